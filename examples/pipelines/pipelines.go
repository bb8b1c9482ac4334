// Package pipelines holds the files by which hipaactl runs in pipelines and hooks. They are
// examples to read, and what hipaactl init --ci writes.
package pipelines

import (
	"embed"
	"fmt"
)

//go:embed github.yml gitlab.yml Jenkinsfile buildspec.yml pre-commit-config.yaml
var files embed.FS

// Pipeline is a place where hipaactl runs.
type Pipeline struct {
	// Name is what --ci takes; System is what people call it.
	Name, System string
	// File is where its configuration belongs, from the root of a repository, slash-separated.
	File string
	// example is the file in this directory.
	example string
}

// All are the pipelines, in the order in which they are listed.
func All() []Pipeline {
	return []Pipeline{
		{"github", "GitHub Actions", ".github/workflows/hipaactl.yml", "github.yml"},
		{"gitlab", "GitLab CI", ".gitlab-ci.yml", "gitlab.yml"},
		{"jenkins", "Jenkins", "Jenkinsfile", "Jenkinsfile"},
		{"codebuild", "AWS CodeBuild", "buildspec.yml", "buildspec.yml"},
		{"pre-commit", "pre-commit", ".pre-commit-config.yaml", "pre-commit-config.yaml"},
	}
}

// Text is the configuration.
func (p Pipeline) Text() ([]byte, error) {
	text, err := files.ReadFile(p.example)
	if err != nil {
		return nil, fmt.Errorf("%s: not embedded", p.example) // cannot be: a test reads all
	}
	return text, nil
}
