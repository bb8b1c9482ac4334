package repository

import "strings"

// actions are known from their action.yml or README.
var actions = []tool{
	{name: "gitleaks/gitleaks-action", is: []string{secretScan}},
	// its entry point passes --fail: https://github.com/trufflesecurity/trufflehog/blob/main/action.yml
	{name: "trufflesecurity/trufflehog", is: []string{secretScan}},
	{name: "gitguardian/ggshield-action", is: []string{secretScan}},
	{name: "gitguardian/ggshield/actions/secret", is: []string{secretScan}},
	{name: "github/codeql-action/analyze", is: []string{sast}},
	{name: "returntocorp/semgrep-action", is: []string{sast}},
	{name: "semgrep/semgrep-action", is: []string{sast}},
	{name: "securego/gosec", program: "gosec"},
	{name: "pycqa/bandit-action", is: []string{sast}},
	{name: "sonarsource/sonarqube-scan-action", is: []string{sast}},
	{name: "sonarsource/sonarcloud-github-action", is: []string{sast}},
	{name: "bearer/bearer-action", is: []string{sast}, zero: []string{"exit-code"}},
	{name: "checkmarx/ast-github-action", is: []string{sast}},
	{name: "veracode/veracode-pipeline-scan-action", is: []string{sast}, zero: []string{"fail_build"}},
	{name: "actions/dependency-review-action", by: review, soft: []string{"warn-only"}},
	{name: "golang/govulncheck-action", is: []string{dependencyScan}, soft: []string{"output-format=json", "output-format=sarif"}},
	{name: "google/osv-scanner-action", is: []string{dependencyScan}},
	{name: "google/osv-scanner-action/osv-scanner-action", is: []string{dependencyScan}},
	{name: "google/osv-scanner-action/.github/workflows/osv-scanner-reusable.yml", is: []string{dependencyScan}, zero: []string{"fail-on-vuln"}},
	{name: "google/osv-scanner-action/.github/workflows/osv-scanner-reusable-pr.yml", is: []string{dependencyScan}, zero: []string{"fail-on-vuln"}},
	{name: "pypa/gh-action-pip-audit", is: []string{dependencyScan}},
	{name: "rustsec/audit-check", is: []string{dependencyScan}},
	{name: "actions-rust-lang/audit", is: []string{dependencyScan}},
	{name: "actions-rs/audit-check", is: []string{dependencyScan}},
	{name: "embarkstudios/cargo-deny-action", by: cargoDeny},
	{name: "dependency-check/dependency-check_action", is: []string{dependencyScan}, needs: []string{"args"}},
	{name: "snyk/actions/docker", is: []string{containerScan}},
	{name: "snyk/actions/iac", is: []string{iacScan}},
	{name: "anchore/scan-action", by: anchoreTarget, zero: []string{"fail-build"}},
	{name: "aquasecurity/trivy-action", by: trivyAction, needs: []string{"exit-code"}, config: []string{"trivy-config"}},
	{name: "docker/scout-action", is: []string{containerScan}, needs: []string{"exit-code"}},
	{name: "bridgecrewio/checkov-action", is: []string{iacScan}, soft: []string{"soft_fail"}},
	{name: "aquasecurity/tfsec-action", is: []string{iacScan}, soft: []string{"soft_fail"}},
	{name: "aquasecurity/tfsec-pr-commenter-action", is: []string{iacScan}, soft: []string{"soft_fail_commenter"}},
	{name: "checkmarx/kics-github-action", is: []string{iacScan}, soft: []string{"ignore_on_exit=all", "ignore_on_exit=results"}},
	{name: "tenable/terrascan-action", is: []string{iacScan}},
	{name: "hipaactl/hipaactl", is: []string{iacScan}, soft: []string{"fail-on=never"}},
	// https://github.com/zaproxy/action-baseline: fail_action is false by default
	{name: "zaproxy/action-baseline", is: []string{dast}, needs: []string{"fail_action"}},
	{name: "zaproxy/action-full-scan", is: []string{dast}, needs: []string{"fail_action"}},
	{name: "zaproxy/action-api-scan", is: []string{dast}, needs: []string{"fail_action"}},
	{name: "stackhawk/hawkscan-action", is: []string{dast}},
	{name: "portswigger-cloud/dastardly-github-action", is: []string{dast}},
	{name: "projectdiscovery/nuclei-action", is: []string{dast}},
	{name: "fossas/fossa-action", by: fossa},
	{name: "codecov/codecov-action", is: []string{tests}},
	{name: "coverallsapp/github-action", is: []string{tests}},

	{name: "anchore/sbom-action", is: []string{sbom}},
	{name: "cyclonedx/gh-gomod-generate-sbom", is: []string{sbom}},
	{name: "cyclonedx/gh-node-module-generatebom", is: []string{sbom}},
	{name: "cyclonedx/gh-python-generate-sbom", is: []string{sbom}},
	{name: "cyclonedx/gh-dotnet-generate-sbom", is: []string{sbom}},
	{name: "actions/attest-sbom", is: []string{sbom}},
	{name: "goreleaser/goreleaser-action", by: goreleaserAction},
	{name: "docker/build-push-action", by: builtByAction},
	{name: "softprops/action-gh-release", is: []string{release}},
	{name: "actions/create-release", is: []string{release}},
	{name: "ncipollo/release-action", is: []string{release}},
	{name: "svenstaro/upload-release-action", is: []string{release}},
	{name: "changesets/action", is: []string{release}},
	{name: "googleapis/release-please-action", is: []string{release}},
	{name: "pypa/gh-action-pypi-publish", is: []string{release}},
	{name: "cycjimmy/semantic-release-action", is: []string{release}},
}

func cargoDeny(o options) (is, may []string) {
	v, ok := o.value("command")
	for _, arg := range strings.Fields(v + " " + o.values["command-arguments"]) {
		switch arg {
		case "advisories":
			is = append(is, dependencyScan)
		case "licenses":
			is = append(is, licenceCheck)
		case "bans", "sources":
			ok = true
		}
	}
	switch {
	case !known(v), !known(o.values["command-arguments"]):
		return nil, []string{dependencyScan, licenceCheck}
	case len(is) == 0 && (!ok || v == "check" && o.values["command-arguments"] == ""):
		return []string{dependencyScan, licenceCheck}, nil
	}
	return is, nil
}

func anchoreTarget(o options) (is, may []string) {
	if o.has("image") {
		return []string{containerScan}, nil
	}
	return []string{dependencyScan}, nil
}

// grypeTarget: a directory or an SBOM is of dependencies, anything else an image.
func grypeTarget(o options) (is, may []string) {
	for _, w := range o.words {
		switch {
		case strings.HasPrefix(w, "dir:"), strings.HasPrefix(w, "sbom:"), strings.HasPrefix(w, "file:"), w == ".", strings.HasPrefix(w, "./"):
			return []string{dependencyScan}, nil
		case !known(w):
			return nil, []string{dependencyScan, containerScan}
		}
	}
	if len(o.words) == 0 {
		return nil, nil
	}
	return []string{containerScan}, nil
}

// semgrepAlone: without a subcommand it scans where it is told the rules.
func semgrepAlone(o options) (is, may []string) {
	if o.has("config", "c", "f") {
		return []string{sast}, nil
	}
	return nil, nil
}

func fossa(o options) (is, may []string) {
	if o.values["run-tests"] == "true" {
		return []string{licenceCheck}, nil
	}
	return nil, nil
}

// goreleased tells a release from a try. Its SBOMs are in its own file, which follow.go reads.
func goreleased(o options) (is, may []string) {
	if o.has("snapshot", "skip-publish") || strings.Contains(o.values["skip"], "publish") {
		return nil, nil
	}
	return []string{release, releaser}, nil
}

// releaser marks GoReleaser, whose configuration says whether there is an SBOM.
const releaser = "goreleaser"

func goreleaserAction(o options) (is, may []string) {
	v, ok := o.value("args")
	switch {
	case !known(v):
		return nil, []string{release, sbom}
	case !ok || v == "":
		return []string{release, releaser}, nil
	}
	if args := flagsOf(strings.Fields(v)); args.subcommand("release") {
		return goreleased(args)
	}
	return nil, nil
}

// built tells what docker build publishes.
func built(o options) (is, may []string) {
	if o.has("push") && off(o.values["push"]) == no {
		is = append(is, release)
	}
	if v, ok := o.value("sbom"); ok && off(v) == no {
		is = append(is, sbom)
	}
	return is, nil
}

func builtByAction(o options) (is, may []string) {
	if v, ok := o.value("push"); ok && off(v) != yes {
		is = append(is, release)
	}
	if v, ok := o.value("sbom"); ok && off(v) == no {
		is = append(is, sbom)
	} else if ok && off(v) == unsure {
		may = append(may, sbom)
	}
	return is, may
}
