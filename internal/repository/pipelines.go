package repository

import (
	"context"
	"path"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/tree"
)

// pipelines is the extractor of pipelines, of whatever they run of the repository, and of what
// they take from elsewhere.
type pipelines struct {
	texts texts
	size  int
	files map[string]tree.File
	refs  references
}

// maxTexts bounds what is kept of scripts and the like, in bytes. What is beyond is not followed.
const maxTexts = 64 << 20

func (p *pipelines) types() []string { return []string{Job, Reference} }

func (p *pipelines) wants(name string) bool { return pipelineSystem(name) != "" }

// pipelineSystem tells by its name what runs a file.
func pipelineSystem(name string) string {
	base, ext := path.Base(name), path.Ext(name)
	switch {
	case path.Dir(name) == ".github/workflows" && (ext == ".yml" || ext == ".yaml"):
		return "github"
	case name == ".gitlab-ci.yml":
		return "gitlab"
	case base == "buildspec.yml", base == "buildspec.yaml", strings.HasPrefix(base, "buildspec-") && (ext == ".yml" || ext == ".yaml"):
		return "codebuild"
	case base == "Jenkinsfile", strings.HasPrefix(base, "Jenkinsfile."):
		return "jenkins"
	}
	return ""
}

// unsupported are pipelines that are named and not read.
func unsupported(name string) bool {
	return slices.Contains([]string{
		"azure-pipelines.yml", "azure-pipelines.yaml", "bitbucket-pipelines.yml", ".circleci/config.yml", ".travis.yml", ".drone.yml",
		".buildkite/pipeline.yml", "cloudbuild.yaml", "cloudbuild.yml", ".woodpecker.yml", ".cirrus.yml", "appveyor.yml", ".semaphore/semaphore.yml",
	}, name)
}

// followed tells whether a file may be run by a pipeline.
func followed(name string) bool {
	base, ext := path.Base(name), path.Ext(name)
	switch {
	case ext == ".sh", ext == ".bash", ext == ".mk", base == "Makefile", base == "makefile", base == "GNUmakefile", base == "package.json":
		return true
	case base == "action.yml", base == "action.yaml":
		return true
	case ext == ".yml" || ext == ".yaml":
		dir := path.Dir(name)
		return dir == "." || strings.HasPrefix(dir, ".gitlab") || strings.HasPrefix(dir, "ci") || strings.HasPrefix(dir, ".ci") || strings.Contains(base, "gitlab-ci") || pipelineSystem(name) != ""
	case ext == "" && len(base) > 0:
		for _, dir := range strings.Split(path.Dir(name), "/") {
			if slices.Contains([]string{"script", "scripts", "bin", "ci", ".ci", "hack", "build", "tools", ".github", "dev"}, dir) {
				return true
			}
		}
	}
	for _, files := range builds {
		if slices.Contains(files, base) {
			return true
		}
	}
	return false
}

func (p *pipelines) read(_ context.Context, d document) contribution {
	return func(*builder) { p.keep(d) }
}

// followers brings pipelines the files that they may run.
type followers struct{ *pipelines }

func (followers) optional() {}

func (followers) types() []string { return nil }

func (followers) wants(name string) bool { return pipelineSystem(name) == "" && followed(name) }

func (followers) finish(*builder) {}

func (p *pipelines) keep(d document) {
	if p.texts == nil {
		p.texts, p.files = texts{}, map[string]tree.File{}
	}
	if p.size += len(d.text); p.size > maxTexts {
		return
	}
	p.texts[d.file.Name], p.files[d.file.Name] = string(d.text), d.file
}

// finish reads the pipelines, now that all that they may run is there.
func (p *pipelines) finish(b *builder) {
	var names []string
	for name := range p.texts {
		if pipelineSystem(name) != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	workflows := map[string]*workflow{}
	var order []string
	var jobs []*job
	for _, name := range names {
		d := document{p.files[name], []byte(p.texts[name])}
		system := pipelineSystem(name)
		if system == "jenkins" {
			jobs = append(jobs, jenkins(d, p.texts, &p.refs)...)
			continue
		}
		docs, err := parseYAML(d)
		if err != nil || len(docs) > 0 && !docs[0].mapping() {
			b.out.Seen.FilesParsed--
			b.out.Seen.FilesFailed++
			b.gap(d.file, 0, "the pipeline is not valid YAML", "correct the file: nothing in it is judged", p.types())
			continue
		}
		if len(docs) == 0 {
			continue
		}
		switch system {
		case "github":
			workflows[name] = readWorkflow(name, docs[0])
			order = append(order, name)
		case "gitlab":
			jobs = append(jobs, gitlab(b, docs, p.texts, p.files, &p.refs)...)
		case "codebuild":
			jobs = append(jobs, codebuild(docs[0], p.texts, &p.refs)...)
		}
	}
	settle(workflows, order)
	for _, name := range order {
		jobs = append(jobs, workflows[name].jobs(p.texts, &p.refs)...)
	}
	for _, j := range jobs {
		j.add(b)
	}
	p.refs.resources(b)
	for name := range b.files {
		if unsupported(name) {
			b.out.Notes = append(b.out.Notes, "a pipeline that hipaactl does not read: "+name)
		}
	}
}

// renamed is a file of another name in the same place.
func renamed(f tree.File, name string) tree.File {
	f.Shown = strings.TrimSuffix(f.Shown, f.Name) + name
	f.Name = name
	return f
}
