package evidence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tools are well-known tools by the name under which they write SARIF, and what they look
// for. Case does not matter, and words after the name do not either ("semgrep oss").
var tools = map[string]string{
	"acunetix":               kindDynamic,
	"anchore":                kindVulnerability,
	"arachni":                kindDynamic,
	"bandit":                 kindStatic,
	"binskim":                kindStatic,
	"brakeman":               kindStatic,
	"burp":                   kindDynamic,
	"bundler-audit":          kindDependency,
	"cargo-audit":            kindDependency,
	"cfn-lint":               kindIaC,
	"cfn-nag":                kindIaC,
	"checkov":                kindIaC,
	"clair":                  kindContainer,
	"clang-tidy":             kindStatic,
	"codeql":                 kindStatic,
	"cppcheck":               kindStatic,
	"coverity":               kindStatic,
	"credscan":               kindSecret,
	"defsec":                 kindIaC, // what tfsec calls itself
	"dependency-check":       kindDependency,
	"detect-secrets":         kindSecret,
	"devskim":                kindStatic,
	"docker scout":           kindContainer,
	"dockle":                 kindContainer,
	"eslint":                 kindStatic,
	"find-sec-bugs":          kindStatic,
	"flawfinder":             kindStatic,
	"fortify":                kindStatic,
	"ggshield":               kindSecret,
	"gitguardian":            kindSecret,
	"gitleaks":               kindSecret,
	"golangci-lint":          kindStatic,
	"gosec":                  kindStatic,
	"govulncheck":            kindDependency,
	"greenbone":              kindVulnerability,
	"grype":                  kindVulnerability,
	"hadolint":               kindIaC,
	"horusec":                kindStatic,
	"invicti":                kindDynamic,
	"kics":                   kindIaC,
	"kube-linter":            kindIaC,
	"kube-score":             kindIaC,
	"kubescape":              kindIaC,
	"kubesec":                kindIaC,
	"mobsfscan":              kindStatic,
	"nancy":                  kindDependency,
	"nessus":                 kindVulnerability,
	"nikto":                  kindDynamic,
	"njsscan":                kindStatic,
	"npm audit":              kindDependency,
	"nuclei":                 kindDynamic,
	"openvas":                kindVulnerability,
	"osv-scanner":            kindDependency,
	"owasp dependency-check": kindDependency,
	"owasp zap":              kindDynamic,
	"phpstan":                kindStatic,
	"pip-audit":              kindDependency,
	"pmd":                    kindStatic,
	"psalm":                  kindStatic,
	"psscriptanalyzer":       kindStatic,
	"qualys":                 kindVulnerability,
	"regula":                 kindIaC,
	"retire.js":              kindDependency,
	"rubocop":                kindStatic,
	"ruff":                   kindStatic,
	"security code scan":     kindStatic,
	"semgrep":                kindStatic,
	"shellcheck":             kindStatic,
	"snyk":                   kindDependency,
	"snyk code":              kindStatic,
	"snyk container":         kindContainer,
	"snyk iac":               kindIaC,
	"snyk infrastructure":    kindIaC,
	"snykcode":               kindStatic,
	"sobelow":                kindStatic,
	"sonarcloud":             kindStatic,
	"sonarqube":              kindStatic,
	"spectral":               kindStatic,
	"spotbugs":               kindStatic,
	"stackhawk":              kindDynamic,
	"staticcheck":            kindStatic,
	"talisman":               kindSecret,
	"template analyzer":      kindIaC,
	"templateanalyzer":       kindIaC,
	"tenable":                kindVulnerability,
	"terrascan":              kindIaC,
	"tflint":                 kindIaC,
	"tfsec":                  kindIaC,
	"trufflehog":             kindSecret,
	"veracode static":        kindStatic,
	"wapiti":                 kindDynamic,
	"whispers":               kindSecret,
	"yarn audit":             kindDependency,
	"zap":                    kindDynamic,
	"zed attack proxy":       kindDynamic,
	"zizmor":                 kindStatic,
}

// guess is the kind of what a tool writes, by the longest name that it begins with; empty
// where the name tells nothing.
func guess(tool string) string {
	best, kind := "", ""
	for name, k := range tools {
		if len(name) > len(best) && named(tool, name) {
			best, kind = name, k
		}
	}
	return kind
}

// named tells whether a tool has a name, which is in lower case, or one that begins with
// it: "zap 2.15", but not "zaproxy".
func named(tool, name string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(tool), name)
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && (rest == "" || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-')
}

// maxName bounds the names of tools and versions, in characters.
const maxName = 100

// clean makes a name of a document one short line of what can be printed.
func clean(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.Join(strings.Fields(name), " ")
	if all := []rune(name); len(all) > maxName {
		name = string(all[:maxName-1]) + "…"
	}
	return name
}
