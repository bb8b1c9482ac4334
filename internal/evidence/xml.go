package evidence

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

const (
	// maxDepth bounds elements inside of elements.
	maxDepth = 200
	// maxText bounds the text of an element that is looked at; it is a name or a time.
	maxText = 1000
)

// element is an XML element on the way from the root to what is being read.
type element struct {
	name xml.Name
	attr []xml.Attr
	text strings.Builder
}

// get is an attribute, empty where there is none.
func (e *element) get(name string) string {
	for _, a := range e.attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// format is what reads an XML format: opened and closed are called for each element, with
// the way to it.
type format interface {
	opened(way []*element) error
	closed(way []*element)
	finish() document
}

// readXML reads XML without following anything: no declarations, no entities but XML's own.
func readXML(in *input, from *bufio.Reader) (document, error) {
	d := xml.NewDecoder(from)
	d.CharsetReader = charset
	r := xmlReader{in: in}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && r.format != nil && len(r.way) == 0 {
			return r.format.finish(), nil
		}
		if err == nil {
			err = r.token(token)
		}
		if err != nil {
			return document{}, atLine(d, err)
		}
		in.mark()
	}
}

// charset reads the two encodings beside UTF-8 in which tools write.
func charset(label string, in io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "us-ascii", "ascii":
		return in, nil
	case "iso-8859-1", "latin1":
		return charmap.ISO8859_1.NewDecoder().Reader(in), nil
	case "windows-1252", "cp1252":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	}
	return nil, errCharset
}

var errCharset = errors.New("its encoding is not read: let the tool write UTF-8")

type xmlReader struct {
	in     *input
	way    []*element
	format format
}

func (r *xmlReader) token(token xml.Token) error {
	switch t := token.(type) {
	case xml.Directive:
		return errors.New("it declares a document type, which is not read: let the tool write it without")
	case xml.StartElement:
		if len(r.way) == maxDepth {
			return fmt.Errorf("its elements are nested deeper than %d levels", maxDepth)
		}
		r.way = append(r.way, &element{name: t.Name, attr: t.Attr})
		if len(r.way) == 1 {
			if r.format != nil {
				return errors.New("something follows the document")
			}
			if r.format = formatOf(t); r.format == nil {
				return errUnknown
			}
		}
		return r.format.opened(r.way)
	case xml.EndElement:
		r.format.closed(r.way)
		r.way = r.way[:len(r.way)-1]
	case xml.CharData:
		if n := len(r.way); n > 0 {
			if e := r.way[n-1]; e.text.Len() < maxText {
				e.text.Write(t[:min(len(t), maxText)])
			}
		}
	}
	return nil
}

// formatOf tells formats apart by their root; nil where it is none that is read.
func formatOf(root xml.StartElement) format {
	const cyclone = "http://cyclonedx.org/schema/bom/"
	switch version, is := strings.CutPrefix(root.Name.Space, cyclone); {
	case is && root.Name.Local == "bom":
		return &cycloneXML{version: clean(version)}
	case root.Name.Local == "testsuites" || root.Name.Local == "testsuite":
		return &junit{}
	}
	return nil
}

// atLine says where an error is, in words of ours: what the decoder quotes may be anything.
func atLine(d *xml.Decoder, err error) error {
	var syntax *xml.SyntaxError
	line, _ := d.InputPos()
	switch {
	case errors.Is(err, errUnknown), errors.Is(err, errOurs):
		return err
	case errors.Is(err, errCharset):
		return errCharset
	case errors.Is(err, io.EOF), errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		err = errors.New("it ends in the middle: did the tool fail, or is the disk full?")
	case errors.As(err, &syntax):
		err = errors.New("it is not well-formed XML: let the tool write it again")
	}
	return fmt.Errorf("line %d: %w", line, err)
}
