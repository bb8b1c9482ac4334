package logs

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/pattern"
	"github.com/hipaactl/hipaactl/internal/repository/lex"
)

// logger tells whether a receiver is one by its name's last word.
func logger(receiver string) bool {
	words := wordsOf(receiver)
	if len(words) == 0 {
		return false
	}
	switch words[len(words)-1] {
	case "log", "logger", "logging", "logs", "slog", "klog", "glog", "logrus", "zap", "zlog", "zerolog", "sugar", "syslog", "timber", "nlog", "winston", "pino", "bunyan", "lg":
		return true
	}
	return false
}

// level is a method that writes a line: Info, infof, LogInformation, warn_once.
var level = pattern.Lazy(`(?i)^(?:log)?_?(?:debug|info|information|warn|warning|error|fatal|trace|critical|exception|log|print|verbose|notice|alert|emerg|emergency|severe|fine|finer|finest|panic|dpanic|output)(?:f|w|ln|s|context|fcontext|attrs)?$`)

// field is a method that adds a field to a line that is being built.
var field = pattern.Lazy(`(?i)^(?:with|withfield|withfields|withvalues|str|any|interface|stringer|msgf|addkeyvalue|addargument|append|attr|fields|child|bind|string|reflect|object)$`)

// sinkOf tells what a call writes to: "logger", "print", or empty. chain is the call's name, with what
// it is called on: "this.logger.info".
func sinkOf(l lex.Language, chain []string) string {
	if len(chain) == 0 {
		return ""
	}
	method := chain[len(chain)-1]
	receiver := ""
	if len(chain) > 1 {
		receiver = chain[len(chain)-2]
	}
	lower := strings.ToLower(method)
	switch {
	case receiver == "" && bare(l, method):
		return "print"
	case receiver == "console" && l == lex.JavaScript && lower != "clear" && lower != "assert":
		return "print"
	case l == lex.Go && receiver == "fmt" && strings.HasPrefix(method, "Print"):
		return "print"
	case l == lex.Java || l == lex.Kotlin:
		if len(chain) > 2 && chain[len(chain)-3] == "System" && (receiver == "out" || receiver == "err") && strings.HasPrefix(lower, "print") {
			return "print"
		}
	case l == lex.CSharp && (receiver == "Console" || receiver == "Debug" || receiver == "Trace") && strings.HasPrefix(lower, "write"):
		return "print"
	}
	if receiver == "" {
		return ""
	}
	if logger(receiver) && (level().MatchString(method) || field().MatchString(method) || receiver == "Log" && len(method) == 1 || receiver == "Timber" && len(method) == 1) {
		return "logger"
	}
	// log.Info().Str("ssn", p.SSN), logger.atInfo().addKeyValue(...)
	if field().MatchString(method) || level().MatchString(method) {
		for i := range len(chain) - 2 {
			if logger(chain[i]) && (level().MatchString(chain[i+1]) || strings.HasPrefix(chain[i+1], "at") || strings.HasPrefix(chain[i+1], "With") || field().MatchString(chain[i+1])) {
				return "logger"
			}
		}
	}
	return ""
}

// bare tells whether a function writes for whoever debugs.
func bare(l lex.Language, name string) bool {
	switch l {
	case lex.Python:
		return name == "print" || name == "pprint"
	case lex.Ruby:
		return name == "puts" || name == "p" || name == "pp"
	case lex.PHP:
		return slices.Contains([]string{"error_log", "var_dump", "print_r", "var_export", "syslog", "dd", "dump"}, name)
	case lex.Go, lex.Kotlin:
		return name == "println" || name == "print"
	default:
		return false
	}
}

// shapes is a call whose result shows what it is given; hides one whose result does not.
var (
	shapes = pattern.Lazy(`(?i)^(?:s?printf?|sprint|sprintln|format|str|string|repr|tostring|to_s|to_string|valueof|concat|join|stringify|dumps|json|to_json|inspect|encode|ok|err|error|errorf|append|tuple|list|dict|array|map|object|of|new|hash_map|ifpresent|print_r|var_export|implode|serialize|writevalueasstring|requirenonnull|trim\w*|strip\w*|upper|lower|toupper|tolower|touppercase|tolowercase|arg|kv|keyvalue|value|any|strval|ormap|get|getstring|fetch|dig|f|_|gettext)$`)
	hides  = pattern.Lazy(`(?i)mask|redact|hash|hmac|sha\d|md5|encrypt|anonym|obfusc|scrub|saniti|^len$|length|size|count|isnull|isempty|isblank|isset|^empty$|exists|valid|typeof|^type$|^bool$|token|identif|digest|fingerprint|check|compare|equal|last4|lastfour|truncat|safe|censor|hide|has|^is`)
)
