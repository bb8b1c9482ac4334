package evidence

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// walker reads JSON from its beginning to its end, holding one element at a time.
type walker struct {
	in   *input
	json *json.Decoder
	// name is that of the member that is being read, for errors; it is one of ours.
	name string
}

// errShape says that a member is not what it is in the formats that are read.
type errShape struct{ name, want string }

func (e errShape) Error() string {
	if e.name == "" {
		return "it is not as its format has it: " + wanted
	}
	return fmt.Sprintf("%q is no %s: %s", e.name, e.want, wanted)
}

// object hands the name of each member to each, which reads its value. Null has none.
func (w *walker) object(each func(name string) error) error {
	ok, err := w.begin('{', "object")
	if err != nil || !ok {
		return err
	}
	for w.json.More() {
		token, err := w.json.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string) // a key is one
		if err := each(name); err != nil {
			return err
		}
		w.in.mark()
	}
	_, err = w.json.Token()
	return err
}

// list calls each for every element, which it reads. The answer is false for null.
func (w *walker) list(each func() error) (bool, error) {
	ok, err := w.begin('[', "list")
	if err != nil || !ok {
		return false, err
	}
	for w.json.More() {
		if err := each(); err != nil {
			return false, err
		}
		w.in.mark()
	}
	_, err = w.json.Token()
	return true, err
}

func (w *walker) begin(want json.Delim, what string) (bool, error) {
	token, err := w.json.Token()
	switch {
	case err != nil:
		return false, err
	case token == nil:
		return false, nil
	case token != want:
		return false, errShape{w.name, what}
	}
	return true, nil
}

// discard is what is not looked at.
type discard struct{}

// UnmarshalJSON forgets.
func (*discard) UnmarshalJSON([]byte) error { return nil }

// skip passes over a value, in pieces, since the lists of what was scanned can be long.
func (w *walker) skip() error { return w.skipTo(2) }

func (w *walker) skipTo(depth int) error {
	if depth == 0 {
		return w.json.Decode(&discard{})
	}
	token, err := w.json.Token()
	if err != nil {
		return err
	}
	open, ok := token.(json.Delim)
	if !ok {
		return nil
	}
	for w.json.More() {
		if open == '{' {
			if _, err := w.json.Token(); err != nil {
				return err
			}
		}
		if err := w.skipTo(depth - 1); err != nil {
			return err
		}
		w.in.mark()
	}
	_, err = w.json.Token()
	return err
}

// text is a string, empty where the value is none.
type text string

// UnmarshalJSON takes any value, since tools write numbers and null for strings.
func (t *text) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) != nil {
		s = ""
	}
	*t = text(s)
	return nil
}

// end wants nothing but space after the document.
func (w *walker) end() error {
	if _, err := w.json.Token(); !errors.Is(err, io.EOF) {
		if errors.Is(err, errLarge) || errors.Is(err, errElement) {
			return err
		}
		return errors.New("something follows the document: " + wanted)
	}
	return nil
}

// at says where an error is, in words of ours: what the decoder quotes may be anything.
func (w *walker) at(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.Is(err, errOurs):
		return err
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		err = errors.New("it ends in the middle: did the tool fail, or is the disk full?")
	case errors.As(err, &syntax):
		err = errors.New("it is not JSON: let the tool write it again")
	case errors.As(err, &kind):
		err = errShape{kind.Field, plainType(kind)}
	}
	return fmt.Errorf("byte %d: %w", w.json.InputOffset(), err)
}

// plainType names what was wanted in the terms of JSON.
func plainType(e *json.UnmarshalTypeError) string {
	switch e.Type.Kind().String() {
	case "struct", "map":
		return "object"
	case "slice":
		return "list"
	case "string":
		return "string"
	case "bool":
		return "boolean"
	}
	return "number"
}

// cycloneTools are the tools of CycloneDX's metadata, in both of their forms.
type cycloneTools []sbomTool

// UnmarshalJSON reads a list of tools, or an object that has one.
func (t *cycloneTools) UnmarshalJSON(b []byte) error {
	var list []sbomTool
	if json.Unmarshal(b, &list) == nil {
		*t = list
		return nil
	}
	var object struct {
		Components []sbomTool `json:"components"`
	}
	err := json.Unmarshal(b, &object)
	*t = object.Components
	return err
}
