package repository

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// kinds tell by a file's name what a repository holds that gates are about.
// Source of the extensions: the documentation of each language or tool.
var sources = []string{
	".go", ".py", ".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".java", ".kt", ".kts", ".scala", ".rb", ".php", ".cs", ".fs", ".vb", ".rs", ".c", ".cc", ".cpp",
	".h", ".hpp", ".m", ".mm", ".swift", ".ex", ".exs", ".erl", ".clj", ".dart", ".lua", ".pl", ".r", ".groovy", ".vue", ".svelte",
}

var manifests = []string{
	"go.mod", "package.json", "requirements.txt", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile", "pom.xml", "build.gradle", "build.gradle.kts", "build.sbt",
	"Gemfile", "Cargo.toml", "composer.json", "mix.exs", "pubspec.yaml", "Package.swift", "packages.config", "conanfile.txt", "vcpkg.json",
}

// holds are the kinds of things to be checked that a repository has, outside of what is
// there for tests and examples.
func (b *builder) holds() []string {
	has := map[string]bool{}
	for name := range b.files {
		base, ext := path.Base(name), path.Ext(name)
		has["files"] = true
		if forTests(name) {
			continue
		}
		switch {
		case slices.Contains(manifests, base), ext == ".csproj", ext == ".fsproj":
			has["dependencies"] = true
		case slices.Contains(sources, ext):
			has["code"] = true
		case isDockerfile(name):
			has["images"] = true
		}
		if ext == ".tf" || ext == ".tofu" || ext == ".bicep" || strings.HasSuffix(name, ".tf.json") || slices.Contains([]string{"Chart.yaml", "kustomization.yaml", "cdk.json", "Pulumi.yaml", "serverless.yml", "terragrunt.hcl"}, base) {
			has["infrastructure"] = true
		}
		if strings.HasSuffix(name, ".spdx.json") || strings.HasSuffix(name, ".spdx") || strings.HasSuffix(name, ".cdx.json") || strings.HasSuffix(name, ".cdx.xml") || base == "bom.json" || base == "bom.xml" || base == "sbom.json" {
			has["sbom"] = true
		}
		if pipelineSystem(name) != "" {
			has["pipelines"] = true
		}
		if unsupported(name) {
			has["unread pipelines"] = true
		}
	}
	var out []string
	for _, kind := range []string{"code", "dependencies", "files", "images", "infrastructure", "pipelines", "sbom", "unread pipelines"} {
		if has[kind] {
			out = append(out, kind)
		}
	}
	return out
}

// whole adds the repository itself.
func (b *builder) whole() {
	holds := list(b.holds())
	if len(b.unlisted) > 0 {
		dir := b.unlisted[0]
		holds = resource.Unknown(holds.Type(), resource.Cause{
			Kind: resource.NotVisible, What: dir.Name, Why: "the directory could not be listed", File: dir.Shown, Settle: "make the directory readable",
		})
	}
	b.resource(Whole, "files", "", hcl.Range{}, map[string]cty.Value{"files": cty.NumberIntVal(int64(len(b.files))), "holds": holds}, nil)
}
