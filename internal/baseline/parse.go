package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// MaxSize is the most bytes that a baseline may have.
const MaxSize = 64 << 20

// Error is what is wrong with a file. It quotes nothing of it but unknown keys.
type Error struct {
	// Line counts from 1.
	Line int
	What string
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.What) }

// Parse reads a file. It takes what Write writes, in any layout, and nothing else: a key that
// is overlooked would be a failure that is overlooked. The error is an *Error.
func Parse(data []byte) (Baseline, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	p := parser{data: data, in: json.NewDecoder(bytes.NewReader(data))}
	b, err := p.file()
	if err != nil {
		return Baseline{}, err
	}
	b.sort()
	return b, nil
}

// parser reads token by token, so that each error has a line and nothing nests deeper than
// the form does.
type parser struct {
	data []byte
	in   *json.Decoder
}

func (p *parser) file() (Baseline, error) {
	var b Baseline
	schema, seen := "", false
	err := p.object(map[string]func() error{
		"schema": func() (err error) {
			if schema, err = p.text(); err == nil && schema != Schema {
				err = p.wrong("want the schema " + Schema + "; write the file again with hipaactl baseline --update")
			}
			return err
		},
		"entries": func() error {
			seen = true
			return p.list(func() error {
				e, err := p.entry()
				b.Entries = append(b.Entries, e)
				return err
			})
		},
	})
	switch {
	case err != nil:
		return b, err
	case schema == "":
		return b, p.wrong("the key schema is missing")
	case !seen:
		return b, p.wrong("the key entries is missing")
	}
	if _, err := p.in.Token(); !errors.Is(err, io.EOF) {
		return b, p.wrong("there is more after the end")
	}
	return b, nil
}

var (
	printForm  = regexp.MustCompile(`^[0-9a-f]{32}$`)
	groundForm = regexp.MustCompile(`^[0-9a-f]{12}$`)
)

func (p *parser) entry() (Entry, error) {
	var e Entry
	var status, severity string
	into := func(at *string) func() error {
		return func() (err error) { *at, err = p.text(); return err }
	}
	err := p.object(map[string]func() error{
		"rule": into(&e.Rule), "assertion": into(&e.Assertion), "root": into(&e.Root), "address": into(&e.Address),
		"status": into(&status), "severity": into(&severity), "fingerprint": into(&e.Fingerprint),
		"grounds": func() error {
			return p.list(func() error {
				text, err := p.text()
				if err == nil && !groundForm.MatchString(text) {
					err = p.wrong("a ground is 12 hexadecimal digits")
				}
				e.Grounds = append(e.Grounds, text)
				return err
			})
		},
	})
	if err != nil {
		return e, err
	}
	e.Status, e.Severity = finding.Status(status), finding.Severity(severity)
	slices.Sort(e.Grounds)
	switch {
	case e.Rule == "":
		return e, p.wrong("an entry without rule")
	case e.Status != finding.Fail && e.Status != finding.Unknown:
		return e, p.wrong("an entry's status is fail or unknown")
	case e.Severity.Rank() == len(finding.Severities()):
		return e, p.wrong("an entry's severity is one of critical, high, medium, low, info")
	case !printForm.MatchString(e.Fingerprint):
		return e, p.wrong("an entry's fingerprint is 32 hexadecimal digits")
	}
	return e, nil
}

// object reads an object of these keys, each at most once.
func (p *parser) object(keys map[string]func() error) error {
	if err := p.delimiter('{', "an object"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for p.in.More() {
		key, err := p.text()
		if err != nil {
			return err
		}
		read := keys[key]
		switch {
		case read == nil:
			return p.wrong("unknown key " + fmt.Sprintf("%q", finding.Masked(short(key))))
		case seen[key]:
			return p.wrong("the key " + key + " stands twice")
		}
		seen[key] = true
		if err := read(); err != nil {
			return err
		}
	}
	return p.delimiter('}', "the end of an object")
}

func (p *parser) list(read func() error) error {
	if err := p.delimiter('[', "a list"); err != nil {
		return err
	}
	for p.in.More() {
		if err := read(); err != nil {
			return err
		}
	}
	return p.delimiter(']', "the end of a list")
}

func (p *parser) text() (string, error) {
	token, err := p.token("text")
	if err != nil {
		return "", err
	}
	text, ok := token.(string)
	if !ok {
		return "", p.wrong("want text")
	}
	return text, nil
}

func (p *parser) delimiter(want json.Delim, name string) error {
	token, err := p.token(name)
	if err == nil && token != want {
		err = p.wrong("want " + name)
	}
	return err
}

func (p *parser) token(want string) (json.Token, error) {
	token, err := p.in.Token()
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return token, nil
	case errors.As(err, &syntax):
		rest := bytes.TrimLeft(p.data[p.in.InputOffset():], " \t\r\n,:") // what could not be read
		return nil, p.at(int64(len(p.data)-len(rest)), "not JSON; is it in the middle of a merge?")
	}
	return nil, p.at(int64(len(p.data)), "the file ends where "+want+" should be")
}

func (p *parser) wrong(what string) error { return p.at(p.in.InputOffset(), what) }

func (p *parser) at(offset int64, what string) error {
	read := p.data[:min(max(offset, 0), int64(len(p.data)))]
	return &Error{Line: 1 + bytes.Count(read, []byte("\n")), What: what}
}

// short keeps a message to one line of a terminal.
func short(s string) string {
	const most = 40
	if runes := []rune(strings.ToValidUTF8(s, "?")); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}
