package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/hipaactl/hipaactl/examples/pipelines"
)

// gitlabCI, buildSpec, preCommit, hooksManifest and actionManifest are as much of the formats
// as our files use: a key that none of them knows is a slip of the pen.
type gitlabCI map[string]struct {
	Stage, Image, Timeout string
	AllowFailure          *bool `yaml:"allow_failure"`
	Rules                 []struct{ If string }
	Variables             map[string]string
	BeforeScript          []string `yaml:"before_script"`
	Script                []string
	Artifacts             struct {
		When     string
		ExpireIn string `yaml:"expire_in"`
		Paths    []string
		Reports  struct{ Junit, Codequality string }
	}
}

type buildSpec struct {
	Version string
	Env     struct{ Variables map[string]string }
	Phases  map[string]struct {
		OnFailure string `yaml:"on-failure"`
		Commands  []string
	}
	Reports map[string]struct {
		Files  []string
		Format string `yaml:"file-format"`
	}
}

type preCommit struct {
	Repos []struct {
		Repo, Rev string
		Hooks     []struct{ ID string }
	}
}

type hooksManifest []struct {
	ID, Name, Description, Entry, Language, Files string
	Serial                                        bool  `yaml:"require_serial"`
	Filenames                                     *bool `yaml:"pass_filenames"`
	Stages                                        []string
}

type actionManifest struct {
	Name, Description, Author string
	Branding                  struct{ Icon, Color string }
	Inputs                    map[string]struct {
		Description, Default string
		Required             bool
	}
	Outputs map[string]struct{ Description, Value string }
	Runs    struct {
		Using string
		Steps []struct {
			Name, ID, Shell, Run string
			Env                  map[string]string
		}
	}
}

// strict decodes one of our files, and refuses keys that its type does not know.
func strict(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestPipelinesAreEmbedded(t *testing.T) {
	for _, one := range pipelines.All() {
		if text, err := one.Text(); err != nil || !bytes.Contains(text, []byte("--ci "+one.Name+"` writes this file")) || !bytes.Contains(text, []byte("0.0.0")) {
			t.Errorf("%s: %v", one.Name, err)
		}
	}
}

// Nothing that a user of the action gives is part of a script.
func TestActionManifest(t *testing.T) {
	var a actionManifest
	strict(t, "action.yml", &a)
	for _, s := range a.Runs.Steps {
		if strings.Contains(s.Run, "${{") || s.Shell != "bash" {
			t.Errorf("%s: an expression in a script, or no bash: %s", s.Name, s.Run)
		}
	}
	for _, name := range []string{"sarif", "exit-code", "verdict"} {
		if a.Outputs[name].Value != "${{ steps.run.outputs."+name+" }}" {
			t.Errorf("the output %s is %q", name, a.Outputs[name].Value)
		}
	}
	for _, name := range []string{"version", "checksum"} {
		if !a.Inputs[name].Required {
			t.Errorf("%s is not required", name)
		}
	}
	if last := a.Runs.Steps[len(a.Runs.Steps)-1]; last.Run != `exit "${CODE:-2}"` {
		t.Errorf("the last step is no gate: %s", last.Run)
	}
}

// The archives that scripts download are called as the release calls them.
func TestNamesOfArchives(t *testing.T) {
	for _, name := range []string{"action/install", "examples/pipelines/gitlab.yml", "examples/pipelines/Jenkinsfile", "examples/pipelines/buildspec.yml"} {
		data, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if text := string(data); !strings.Contains(text, "hipaactl_${RELEASE}_linux_amd64.tar.gz") && !strings.Contains(text, "hipaactl_${version}_$platform.$format") || strings.Contains(text, "curl -k") {
			t.Errorf("%s names no archive of a release", name)
		}
	}
	release, err := os.ReadFile(filepath.Join("..", "..", ".goreleaser.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(release, []byte(`name_template: "{{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}"`)) {
		t.Error("the release calls its archives otherwise: change the scripts too")
	}
}

func TestHooksManifest(t *testing.T) {
	var manifest hooksManifest
	strict(t, ".pre-commit-hooks.yaml", &manifest)
	ids := map[string]bool{}
	for _, h := range manifest {
		ids[h.ID] = true
		if h.Language != "golang" || !strings.HasPrefix(h.Entry, "hipaactl ") {
			t.Errorf("%s: %s %s", h.ID, h.Language, h.Entry)
		}
	}
	var config preCommit
	strict(t, "examples/pipelines/pre-commit-config.yaml", &config)
	for _, h := range config.Repos[0].Hooks {
		if !ids[h.ID] {
			t.Errorf("there is no hook %s", h.ID)
		}
	}
	files := regexp.MustCompile(manifest[0].Files)
	for name, want := range map[string]bool{
		"main.tf": true, "a b/main.tf.json": true, "x.tofu": true, "terraform.tfvars": true, "envs/prod/terraform.tfvars.json": true, "a.auto.tfvars": true,
		"envs/.terraform.lock.hcl": true, "x.tfvars": false, "main.tf.md": false, "myterraform.tfvars": false, "plan.json": false, "x.hcl": false,
	} {
		if files.MatchString(name) != want {
			t.Errorf("%s: want %v", name, want)
		}
	}
}

// Whatever the system, exit codes 1, 2 and 3 fail its job, and what passes does not.
func TestPipelinesGate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the pipelines are of Linux")
	}
	var gitlab gitlabCI
	strict(t, "examples/pipelines/gitlab.yml", &gitlab)
	var build buildSpec
	strict(t, "examples/pipelines/buildspec.yml", &build)
	jenkins, err := os.ReadFile(filepath.Join("..", "..", "examples", "pipelines", "Jenkinsfile"))
	if err != nil {
		t.Fatal(err)
	}
	_, script, _ := strings.Cut(string(jenkins), "sh '''")
	script, _, _ = strings.Cut(script, "'''")
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	job := gitlab["hipaactl"]
	for name, parts := range map[string][]string{
		"gitlab":    {strings.Join(job.BeforeScript, "\n"), strings.Join(job.Script, "\n")},
		"codebuild": {strings.Join(build.Phases["install"].Commands, "\n"), strings.Join(build.Phases["build"].Commands, "\n")},
		"jenkins":   {script},
	} {
		for state, files := range map[string]struct {
			tf, text string
			code     int
		}{
			"clean":      {"resource \"aws_kms_key\" \"k\" {\n  enable_key_rotation = true\n}\n", "nothing\n", 0},
			"failing":    {"resource \"aws_kms_key\" \"k\" {\n}\n", "nothing\n", 1},
			"a leak":     {"resource \"aws_kms_key\" \"k\" {\n  enable_key_rotation = true\n}\n", "SSN: 536-22-8471\n", 1},
			"incomplete": {"resource \"aws_kms_key\" \"k\" {\n", "nothing\n", 3},
			"nothing":    {"", "nothing\n", 2},
			"a bad sum":  {"resource \"aws_kms_key\" \"k\" {\n  enable_key_rotation = true\n}\n", "nothing\n", -1},
		} {
			t.Run(name+" "+state, func(t *testing.T) {
				dir := t.TempDir()
				place := func(file, text string, mode os.FileMode) {
					file = filepath.Join(dir, file)
					if err := os.MkdirAll(filepath.Dir(file), 0o700); err == nil && text != "" {
						err = os.WriteFile(file, []byte(text), mode)
						if err != nil {
							t.Fatal(err)
						}
					}
				}
				place("work/main.tf", files.tf, 0o600)
				place("work/notes.txt", files.text, 0o600)
				place("tools/curl", "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --output ] && echo archive >\"$2\"; shift; done\n", 0o700)
				place("tools/tar", "#!/bin/sh\nln -sf "+program+" \"$4/hipaactl\"\n", 0o700)
				sum := fmt.Sprintf("%x", sha256.Sum256([]byte("archive\n")))
				if state == "a bad sum" {
					sum = strings.Repeat("0", 64)
				}
				code := 0
				for _, part := range parts { // a phase that failed ends the job
					part = strings.ReplaceAll(strings.ReplaceAll(part, "/tmp/", dir+"/tools/"), "/usr/local/bin", dir+"/tools")
					cmd := exec.CommandContext(t.Context(), "sh", "-e", "-c", part)
					cmd.Dir = filepath.Join(dir, "work")
					cmd.Env = []string{"PATH=" + dir + "/tools:" + os.Getenv("PATH"), "RELEASE=1.2.3", "RELEASE_SHA256=" + sum, "TMPDIR=" + dir, "HOME=" + dir}
					out, err := cmd.CombinedOutput()
					if code = cmd.ProcessState.ExitCode(); err != nil {
						if files.code == 0 || strings.Contains(string(out), "8471") {
							t.Errorf("%v: %s", err, out)
						}
						break
					}
				}
				if code != files.code && (files.code != -1 || code == 0) {
					t.Errorf("exit %d, want %d", code, files.code)
				}
				if _, err := os.Stat(filepath.Join(dir, "work", "hipaactl.xml")); (err == nil) != (files.code == 0 || files.code == 1 || files.code == 3) {
					t.Errorf("the test report: %v", err)
				}
			})
		}
	}
}
