package merge

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// errStop ends the reading of a result early; it is no error.
var errStop = errors.New("stop")

// read reads one JSON report, also a compressed one, handing each finding to each as it
// comes. The report it returns has none. Errors say what is wrong and at which byte.
func read(in io.Reader, each func(*finding.Finding) error) (finding.Report, error) {
	plain, err := inflate(in)
	if err != nil {
		return finding.Report{}, err
	}
	bound := &bounded{in: plain}
	d := &document{json: json.NewDecoder(bound), bound: bound, rest: maxRest, parts: map[string]json.RawMessage{}}
	if err := d.read(each); err != nil {
		if errors.Is(err, errStop) {
			return finding.Report{}, nil
		}
		return finding.Report{}, d.at(err)
	}
	return d.head()
}

// inflate reads what gzip has compressed, and everything else as it is.
func inflate(in io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(in, 1<<16)
	if head, err := b.Peek(2); err != nil || head[0] != 0x1f || head[1] != 0x8b {
		return b, nil // too short is no JSON either, as the decoder will say
	}
	return gzip.NewReader(b)
}

// Bounds of what is held in memory of one result, which gzip may have made a thousandth of.
// A finding has some kilobytes; beside the findings the inventory is the most, some
// hundred bytes for each asset. Findings may be as many as they like.
const (
	maxFinding = 16 << 20
	maxRest    = 256 << 20
)

// bounded reads no more than it is given leave for.
type bounded struct {
	in         io.Reader
	left, size int64
}

// allow begins to count anew, for a value of a size at most. What the decoder has read ahead counts
// for the last one.
func (b *bounded) allow(size int64) { b.left, b.size = size, size }

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("there is more than %d MiB of one thing, which no report of hipaactl has", b.size>>20)
	}
	n, err := b.in.Read(p[:min(int64(len(p)), b.left, 1<<16)])
	b.left -= int64(n)
	return n, err
}

// document is a report that is read from its beginning to its end.
type document struct {
	json  *json.Decoder
	bound *bounded
	// rest is how much there may still be beside the findings.
	rest int64
	// parts are the members of the report that are not findings.
	parts map[string]json.RawMessage
}

func (d *document) read(each func(*finding.Finding) error) error {
	d.bound.allow(maxFinding)
	if err := d.open('{'); err != nil {
		return err
	}
	for d.json.More() {
		token, err := d.json.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string) // a key of an object is one
		if _, again := d.parts[name]; again {
			return fmt.Errorf("%q stands twice", name)
		}
		if name != "findings" {
			var part json.RawMessage
			d.bound.allow(d.rest)
			if err := d.json.Decode(&part); err != nil {
				return err
			}
			d.parts[name] = part
			d.rest -= int64(len(name) + len(part))
			d.bound.allow(maxFinding)
			continue
		}
		d.parts[name] = json.RawMessage("[]")
		if err := d.findings(each); err != nil {
			return err
		}
	}
	if _, err := d.json.Token(); err != nil {
		return err
	}
	if _, err := d.json.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows the report")
	}
	return nil
}

func (d *document) findings(each func(*finding.Finding) error) error {
	if schema, known := d.parts["schema"]; known && !isOurs(schema) {
		return errForeign
	}
	if err := d.open('['); err != nil {
		return err
	}
	for d.json.More() {
		var f finding.Finding
		if err := d.json.Decode(&f); err != nil {
			return err
		}
		if err := check(&f); err != nil {
			return err
		}
		if err := each(&f); err != nil {
			return err
		}
		d.bound.allow(maxFinding)
	}
	_, err := d.json.Token()
	return err
}

var errForeign = errors.New("it is no report of hipaactl, or one of another version: want schema " + finding.Schema)

func isOurs(schema json.RawMessage) bool { return string(schema) == `"`+finding.Schema+`"` }

// check refuses what no report of ours holds, since it would be counted as nothing.
func check(f *finding.Finding) error {
	switch {
	case f.Rule == "" || f.Fingerprint == "":
		return errors.New("a finding has no rule or no fingerprint")
	case !slices.Contains(finding.Statuses(), f.Status):
		return errors.New("a finding has a status that is none")
	case !slices.Contains(finding.Severities(), f.Severity):
		return errors.New("a finding has a severity that is none")
	}
	return nil
}

func (d *document) open(want json.Delim) error {
	token, err := d.json.Token()
	if err != nil {
		return err
	}
	if token != want {
		return fmt.Errorf("it is no report of hipaactl: want %s", want)
	}
	return nil
}

// at says where an error is. What the decoder quotes of the document is left out: it may be anything.
func (d *document) at(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("it ends in the middle")
	case errors.As(err, &syntax):
		err = errors.New("it is not JSON")
	case errors.As(err, &kind):
		err = fmt.Errorf("%s is no %s", kind.Field, kind.Type)
	}
	return fmt.Errorf("byte %d: %w", d.json.InputOffset(), err)
}

// head is the report without its findings.
func (d *document) head() (finding.Report, error) {
	var r finding.Report
	for _, name := range required {
		if _, ok := d.parts[name]; !ok {
			return r, fmt.Errorf("it is no report of hipaactl: %q is missing", name)
		}
	}
	if !isOurs(d.parts["schema"]) {
		return r, errForeign
	}
	whole, err := json.Marshal(d.parts)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(whole, &r); err != nil {
		return r, d.at(err)
	}
	r.Findings = nil
	return r, nil
}

// required are the members without which a merged report would say less than it seems to.
var required = []string{"schema", "tool", "time", "sources", "complete", "summary", "rules", "findings", "gaps", "coverage"}
