package repository

import (
	"slices"
	"strings"
)

// maxWraps bounds how many programs may start each other: sudo env poetry run ...
const maxWraps = 8

// unwrap is the command that a command starts, which may be itself; nil where it starts none.
func unwrap(args []string) []string {
	for range maxWraps {
		inner, ok := unwrapOnce(args)
		if !ok || len(inner) == 0 {
			return inner
		}
		args = inner
	}
	return args
}

// unwrapOnce takes one wrapper off. ok tells that there was one.
func unwrapOnce(args []string) (inner []string, ok bool) {
	rest := args[1:]
	switch program(args[0]) {
	case "command", "which", "type", "hash":
		if program(args[0]) != "command" || len(rest) > 0 && strings.HasPrefix(rest[0], "-") {
			return nil, true // asks whether a program is there
		}
		return rest, true
	case "sudo", "doas":
		return skipFlags(rest, "-u", "-g", "-h", "-p"), true
	case "time", "nohup", "exec", "builtin", "xvfb-run", "stdbuf", "chronic", "catchsegv":
		return skipFlags(rest), true
	case "xargs":
		return skipFlags(rest, "-n", "-P", "-I", "-L", "-d", "-a", "-s", "-E"), true
	case "nice", "ionice":
		return skipFlags(rest, "-n", "-c"), true
	case "env":
		rest = skipFlags(rest, "-u", "-C")
		for len(rest) > 0 && strings.Contains(rest[0], "=") {
			rest = rest[1:]
		}
		return rest, true
	case "timeout":
		if rest = skipFlags(rest, "-k", "-s", "--signal", "--kill-after"); len(rest) > 0 {
			rest = rest[1:]
		}
		return rest, true
	case "npx", "uvx", "bunx", "pnpx":
		return packaged(skipFlags(rest, "-p", "--package", "--from", "--with")), true
	case "npm", "pnpm", "yarn", "bun", "pipx", "uv", "poetry", "pipenv", "hatch", "pdm", "rye", "bundle", "mise", "rtx":
		return runner(args)
	case "go":
		return goRun(args)
	case "python", "python3", "py":
		if i := slices.Index(rest, "-m"); i >= 0 && i+1 < len(rest) {
			return rest[i+1:], true
		}
	case "docker", "podman", "nerdctl":
		return container(args)
	}
	return args, false
}

// skipFlags drops flags in front, with the words behind those that take one.
func skipFlags(args []string, valued ...string) []string {
	for len(args) > 0 && strings.HasPrefix(args[0], "-") {
		if args[0] == "--" {
			return args[1:]
		}
		if slices.Contains(valued, args[0]) && len(args) > 1 {
			args = args[1:]
		}
		args = args[1:]
	}
	return args
}

// packaged makes the name of a package, @scope/name@version, that of its program.
func packaged(args []string) []string {
	if len(args) == 0 {
		return nil
	}
	name := args[0]
	if i := strings.LastIndexByte(name, '@'); i > 0 {
		name = name[:i]
	}
	return append([]string{name}, args[1:]...)
}

// runner takes off what starts programs of a project: npm exec, poetry run.
func runner(args []string) ([]string, bool) {
	rest := args[1:]
	if len(rest) == 0 {
		return args, false
	}
	switch verb := rest[0]; {
	case verb == "tool" && len(rest) > 1 && rest[1] == "run":
		return packaged(skipFlags(rest[2:], "--from", "--with")), true
	case verb == "exec", verb == "dlx", verb == "x":
		return packaged(skipFlags(rest[1:], "-p", "--package")), true
	case verb == "run" && slices.Contains([]string{"pipx", "uv", "poetry", "pipenv", "hatch", "pdm", "rye"}, program(args[0])):
		return packaged(skipFlags(rest[1:], "--with", "--extra", "--group", "--from", "--spec", "--python", "-p")), true
	}
	return args, false
}

// goRun takes off go run PACKAGE and go tool NAME.
func goRun(args []string) ([]string, bool) {
	if len(args) < 3 || args[1] != "run" && args[1] != "tool" {
		return args, false
	}
	rest := skipFlags(args[2:], "-C", "-tags", "-modfile")
	if len(rest) == 0 {
		return nil, true
	}
	name, _, _ := strings.Cut(rest[0], "@")
	parts := strings.Split(strings.TrimRight(name, "/"), "/")
	for len(parts) > 1 && len(parts[len(parts)-1]) > 1 && parts[len(parts)-1][0] == 'v' && strings.Trim(parts[len(parts)-1][1:], "0123456789") == "" {
		parts = parts[:len(parts)-1]
	}
	return append([]string{parts[len(parts)-1]}, rest[1:]...), true
}

// container takes off docker run FLAGS IMAGE where the image is that of a known program.
func container(args []string) ([]string, bool) {
	if len(args) < 3 || args[1] != "run" {
		return args, false
	}
	for i, a := range args[2:] {
		if strings.HasPrefix(a, "-") {
			continue
		}
		if name := images[imageName(a)]; name != "" {
			return inImage(name, args[i+3:]), true
		}
	}
	return nil, true
}

// inImage is the command that an image of a program runs. Some are given the program as well,
// and those of ZAP are told which.
func inImage(name string, args []string) []string {
	if len(args) > 0 && (program(args[0]) == name || name == zaproxy) {
		return args
	}
	return append([]string{name}, args...)
}

const zaproxy = "zaproxy"

// images are the programs of images, by the last two parts of their names.
var images = map[string]string{
	"aquasec/trivy": "trivy", "aquasecurity/trivy": "trivy", "zricethezav/gitleaks": "gitleaks", "gitleaks/gitleaks": "gitleaks",
	"trufflesecurity/trufflehog": "trufflehog", "semgrep/semgrep": "semgrep", "returntocorp/semgrep": "semgrep",
	"bridgecrew/checkov": "checkov", "aquasec/tfsec": "tfsec", "tfsec/tfsec": "tfsec", "anchore/grype": "grype", "anchore/syft": "syft",
	"zaproxy/zaproxy": zaproxy, "owasp/zap2docker-stable": zaproxy, "owasp/zap2docker-weekly": zaproxy,
	"checkmarx/kics": "kics", "tenable/terrascan": "terrascan", "projectdiscovery/nuclei": "nuclei", "owasp/dependency-check": "dependency-check",
	"google/osv-scanner": "osv-scanner", "securego/gosec": "gosec", "openpolicyagent/conftest": "conftest", "hipaactl/hipaactl": "hipaactl",
}

// imageName is an image without registry, tag and digest.
func imageName(image string) string {
	image, _, _ = strings.Cut(image, "@")
	parts := strings.Split(strings.ToLower(image), "/")
	last := len(parts) - 1
	parts[last], _, _ = strings.Cut(parts[last], ":")
	return strings.Join(parts[max(0, last-1):], "/")
}
