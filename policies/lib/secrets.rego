# Texts that hold credentials or identifiers of patients: scripts, configuration files,
# variables of an environment. What is found is told by its kind and never shown. Few
# forms are looked for, those that hardly anything else has; names alone prove nothing.
package hipaactl.lib.secrets

# in_text are the kinds of what stands in a text.
in_text(text) := formed(text) | assigned(text)

# in_pair are the kinds of what stands in a value that has a name, such as a variable's.
in_pair(name, value) := in_text(value) | named(name, value)

# listed says kinds in a message.
listed(kinds) := concat(" and ", sort(kinds))

# formats are forms of credentials, as those who issue them document or use them:
# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
# https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats
# https://docs.gitlab.com/security/tokens/#token-prefixes
# https://docs.slack.dev/authentication/tokens
# https://docs.stripe.com/keys
# https://www.rfc-editor.org/rfc/rfc7519 and https://www.rfc-editor.org/rfc/rfc7468
formats := {
	"an AWS access key": {`\b(?:AKIA|ASIA)[A-Z2-7]{16}\b`},
	"a private key": {`(?s)-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----.{1,300}?[A-Za-z0-9+/]{40}`},
	"a token": {
		`\b(?:gh[opsur]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})\b`,
		`\bglpat-[A-Za-z0-9_-]{20,}`,
		`\bxox[abeoprs]-[A-Za-z0-9-]{10,}`,
		`\bhooks\.slack\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/[A-Za-z0-9]{20,}`,
		`\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}`,
		`\bAIza[A-Za-z0-9_-]{35}`,
		`\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`,
		`\bnpm_[A-Za-z0-9]{36}\b`,
		`\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{16,}`,
	},
	"a social security number": {`(?i)\b(?:ssn|social[ _-]security(?:[ _-](?:number|no\.?))?)\b[^\n0-9]{0,20}(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])-[0-9]{2}-[0-9]{4}\b`},
}

formed(text) := ({kind |
	some kind, expressions in formats
	some expression in expressions
	some match in regex.find_n(expression, text, -1)
	not documentary(match)
} | {kind |
	some kind, expression in generated
	regex.match(expression, text)
}) | {"a password in a URL" |
	some match in regex.find_all_string_submatch_n(`\b[a-z][a-z0-9+.-]*://[^\s:@/"'<]*:([^\s@/"'<]+)@`, text, -1)
	literal(match[1])
}

# AWS writes the keys in its documentation so that they end with this word.
documentary(match) if contains(match, "EXAMPLE")

# generated are references to what is secret in other resources. Terraform fills them in.
generated := {
	"a generated password": `\bref:[a-z0-9_]+\.(?:[a-z0-9_]*password(?:_v4)?|auth_token)(?:[^A-Za-z0-9_.\[]|$)|\bref:random_password\.result\b`,
	"a private key": `\bref:[a-z0-9_]+\.private_key(?:_pem|_openssh|_pem_pkcs8)?(?:[^A-Za-z0-9_.\[]|$)`,
	"a secret of another resource": `\bref:(?:aws_iam_access_key\.secret|[a-z0-9_]+\.(?:secret_string|secret_binary|client_secret|secret_access_key))(?:[^A-Za-z0-9_.\[]|$)`,
}

# suffix may follow the word that tells: DB_PASSWORD_PROD.
suffix := `(?:[_-]?(?:[0-9]+|current|default|dev|live|new|old|plain|prev|previous|primary|prod|production|secondary|stage|staging|test|value))?`

# A strong name is that of a password, whatever its value; a weak one may as well be
# that of something which only names a secret.
strong := sprintf(`(?:passw(?:or)?d|passphrase|[a-z0-9][_.-](?:pass|pwd|psk))%s`, [suffix])

weak := sprintf(`(?:secret|token|credentials?|(?:api|access|account|auth|encryption|private|secret|signing)[_-]?key|connection[_-]?string)%s`, [suffix])

named(name, value) := ({"a password" |
	regex.match(sprintf(`(?i)(?:%s|^(?:pass|pwd|psk))$`, [strong]), name)
	literal(value)
} | {"a generated password" |
	regex.match(sprintf(`(?i)(?:%s|^(?:pass|pwd|psk))$`, [strong]), name)
	regex.match(`^ref:random_(?:string\.result|uuid\.result|id\.)`, value)
} | {"a key or token" |
	regex.match(sprintf(`(?i)%s$`, [weak]), name)
	literal(value)
	random(value)
}) | {"a social security number" |
	regex.match(`(?i)(?:^|[_.-])ssn$|social_?security(?:_?(?:no|number))?$`, name)
	regex.match(`^[0-9]{3}-?[0-9]{2}-?[0-9]{4}$`, value)
}

# assigned finds name=value, name: value, "name": "value" and --name value.
assigned(text) := {kind |
	some match in assignments(text)
	some kind in named(match.name, match.value)
} | {"a password" |
	some expression in handed
	some match in regex.find_all_string_submatch_n(expression, text, -1)
	literal(match[1])
}

# handed are commands that take a password as an argument.
handed := {
	`\bcurl\b[^\n|;]*\s(?:-u|--user)[ =]?["']?[A-Za-z0-9._@-]+:([^\s"']+)`,
	`\becho\s+["']?[a-z_][a-z0-9_-]*:([^\s"']+)["']?\s*\|\s*(?:sudo\s+)?chpasswd\b`,
	`(?i)\bConvertTo-SecureString\s+(?:-String\s+)?["']([^"'\s]+)["']\s+-AsPlainText\b`,
	`\bsshpass\s+-p\s*["']?([^\s"']+)`,
}

telling := sprintf(`(?i:([A-Za-z0-9_.-]*(?:%s|%s|\b(?:pass|pwd|psk))))`, [strong, weak])

quoted := sprintf(`%s\\?["']?\]?[ \t]*(?:=>|:=|=|:)[ \t]*\\?(?:"([^"\s\\]+)\\?"|'([^'\s\\]+)\\?')`, [telling])

bare := `([^\s"'\x60$;,(){}\[\]<>=][^\s"'\x60;,(){}\[\]<>]*)(?:[\s;&|"']|$)`

assignments(text) := (({{"name": match[1], "value": concat("", [match[2], match[3]])} |
	some match in regex.find_all_string_submatch_n(quoted, text, -1)
} | {{"name": match[1], "value": match[2]} |
	some before in {`=`, `:`}
	some match in regex.find_all_string_submatch_n(sprintf(`%s%s%s`, [telling, before, bare]), text, -1)
}) | {{"name": match[1], "value": match[2]} |
	# With space around, a word alone is a variable of a program, or prose.
	some match in regex.find_all_string_submatch_n(sprintf(`%s(?:[ \t]+[=:][ \t]*|[ \t]*[=:][ \t]+)%s`, [telling, bare]), text, -1)
	regex.match(`[0-9]`, match[2])
}) | {{"name": match[1], "value": match[2]} |
	some match in regex.find_all_string_submatch_n(sprintf(`\s--?%s[ \t]+["']?%s`, [telling, bare]), text, -1)
	not startswith(match[2], "-")
}

# literal holds for a value that stands there itself: it is no reference, path,
# switch or gap to fill in.
literal(value) if {
	value != ""
	not regex.match(reference, value)
	not regex.match(`\$\{|\$\(|\{\{|\bref:`, value)
	not regex.match(`(?i)^(?:true|false|yes|no|on|off|[01]|null|nil|none|undefined|enabled|disabled|required|optional)$`, value)
	not regex.match(`(?i)^[*x.#_-]+$|^(?:your|insert|enter)[_ -]|placeholder|redacted|^todo$`, value)
	not documentary(value)
}

reference := `(?i)^(?:[$<%&@~\x60]|\.{0,2}/|arn:|[a-z][a-z0-9+.-]*://|(?:ssm|vault|secretsmanager|sm|op|file|env|base64):|!|(?:os|process|env|config|self|settings|var|local|data|params)[.\[(])`

# random holds for what no name looks like: long enough, and not words put together.
random(value) if {
	count(value) >= 8
	not regex.match(`^[A-Za-z]+[0-9]{0,2}(?:[-_./: ]+[A-Za-z]*[0-9]{0,4})+$`, value)
}
