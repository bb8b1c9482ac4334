package checks

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	yaml "go.yaml.in/yaml/v3"
)

// annotation is the METADATA comment of a policy file as it is written.
type annotation struct {
	Title            string   `yaml:"title" json:"title"`
	Description      string   `yaml:"description" json:"description"`
	Scope            string   `yaml:"scope" json:"scope,omitempty"`
	RelatedResources []string `yaml:"related_resources" json:"related_resources,omitempty"`
	Custom           custom   `yaml:"custom" json:"custom"`
}

type custom struct {
	ID          string                  `yaml:"id" json:"id"`
	Severity    any                     `yaml:"severity" json:"severity"`
	Citations   []string                `yaml:"citations" json:"citations"`
	NPRM        []string                `yaml:"nprm" json:"nprm,omitempty"`
	Scope       string                  `yaml:"scope" json:"scope,omitempty"`
	When        string                  `yaml:"when" json:"when,omitempty"`
	Resources   map[string]any          `yaml:"resources" json:"resources"`
	Related     map[string]rawRelated   `yaml:"related" json:"related,omitempty"`
	More        string                  `yaml:"more" json:"more,omitempty"`
	Params      map[string]rawParam     `yaml:"params" json:"params,omitempty"`
	Assertions  map[string]rawAssertion `yaml:"assertions" json:"assertions,omitempty"`
	Remediation string                  `yaml:"remediation" json:"remediation"`
}

type rawRelated struct {
	Of         string                `yaml:"of" json:"of,omitempty"`
	Type       string                `yaml:"type" json:"type"`
	On         string                `yaml:"on" json:"on"`
	Attributes any                   `yaml:"attributes" json:"attributes,omitempty"`
	Related    map[string]rawRelated `yaml:"related" json:"related,omitempty"`
	More       string                `yaml:"more" json:"more,omitempty"`
	Elsewhere  bool                  `yaml:"elsewhere" json:"elsewhere,omitempty"`
}

type rawParam struct {
	Type     any    `yaml:"type" json:"type"`
	Default  any    `yaml:"default" json:"default"`
	Unit     string `yaml:"unit" json:"unit,omitempty"`
	Stricter any    `yaml:"stricter" json:"stricter,omitempty"`
	Source   string `yaml:"source" json:"source,omitempty"`
}

type rawAssertion struct {
	Title    string   `yaml:"title" json:"title"`
	Reads    []string `yaml:"reads" json:"reads,omitempty"`
	Severity any      `yaml:"severity" json:"severity,omitempty"`
}

var packageLine = regexp.MustCompile(`^package\s+([A-Za-z0-9_.]+)`)

// source is a Rego file taken apart as far as the engine needs without parsing Rego.
type source struct {
	file string
	text string
	// pkg is the package's name, line where its METADATA comment starts; 0 where there is none.
	pkg  string
	line int
	meta string
}

// readSource finds the package and the METADATA comment above it. The comment
// keeps its line numbers, so that the YAML decoder reports those of the file.
func readSource(file string, text []byte) (source, error) {
	s := source{file: file, text: string(text)}
	var meta []string
	for i, line := range strings.Split(s.text, "\n") {
		line = strings.TrimRight(line, "\r")
		if m := packageLine.FindStringSubmatch(line); m != nil {
			s.pkg = m[1]
			if s.line > 0 {
				s.meta = strings.Repeat("\n", s.line) + strings.Join(meta, "\n")
			}
			return s, nil
		}
		switch {
		case s.line == 0 && strings.TrimSpace(strings.TrimPrefix(line, "#")) == "METADATA" && strings.HasPrefix(line, "#"):
			s.line = i + 1
		case s.line > 0 && strings.HasPrefix(line, "#"):
			meta = append(meta, strings.TrimPrefix(line[1:], " "))
		default:
			s.line, meta = 0, nil // the comment belongs to something else than the package
		}
	}
	return s, fmt.Errorf("%s: no package line: begin the file with `package NAME`", file)
}

// annotation decodes the METADATA comment; unknown keys are errors with file:line.
func (s source) annotation() (annotation, error) {
	var a annotation
	if s.line == 0 {
		return a, fmt.Errorf("%s:1: no METADATA comment directly above the package line", s.file)
	}
	dec := yaml.NewDecoder(strings.NewReader(s.meta))
	dec.KnownFields(true)
	if err := dec.Decode(&a); err != nil {
		return a, s.yamlError(err)
	}
	return a, nil
}

var yamlLine = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)

func (s source) yamlError(err error) error {
	messages := []string{err.Error()}
	if typed := (*yaml.TypeError)(nil); errors.As(err, &typed) {
		messages = typed.Errors
	}
	var all []error
	for _, msg := range messages {
		line := fmt.Sprint(s.line)
		if m := yamlLine.FindStringSubmatch(msg); m != nil {
			line, msg = m[1], m[2]
		}
		msg = strings.ReplaceAll(msg, "in type checks.", "in a policy's ")
		all = append(all, fmt.Errorf("%s:%s: METADATA: %s", s.file, line, msg))
	}
	return errors.Join(all...)
}

// lineOf finds the first line of the annotation that holds text, for errors about content.
func (s source) lineOf(text string) int {
	for i, line := range strings.Split(s.meta, "\n") {
		if text != "" && strings.Contains(line, text) {
			return i + 1
		}
	}
	return max(s.line, 1)
}
