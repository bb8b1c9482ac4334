package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"strings"
)

// slot is a list of a JSON document that is written item by item, so that a report of any
// length takes little memory beside itself.
type slot struct {
	// key is the list's in the document, which holds an empty list there and no other list by that name.
	key   string
	items iter.Seq[any]
}

// writeSlots writes a document as indented JSON with its slots, in the order in which they stand there.
// A slot without items has to be left out of the document.
func writeSlots(w io.Writer, document any, in ...slot) error {
	var b bytes.Buffer
	if err := indentedJSON(&b, "").Encode(document); err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, batch)
	rest := b.String()
	for _, s := range in {
		// No string of the document can hold this, since its quotes would be escaped.
		before, after, found := strings.Cut(rest, `"`+s.key+`": []`)
		if !found {
			continue
		}
		_, _ = out.WriteString(before + `"` + s.key + `": `) // Flush tells of all errors
		indent := before[strings.LastIndexByte(before, '\n')+1:]
		if err := writeArray(out, indent, s.items); err != nil {
			return err
		}
		rest = after
	}
	_, _ = out.WriteString(rest)
	return out.Flush()
}

// writeArray writes a list as indented JSON whose closing bracket stands at indent.
func writeArray(out *bufio.Writer, indent string, items iter.Seq[any]) error {
	var b bytes.Buffer
	e := indentedJSON(&b, indent+"  ")
	between := "[\n  " + indent
	for item := range items {
		b.Reset()
		if err := e.Encode(item); err != nil {
			return err
		}
		_, _ = out.WriteString(between)
		if _, err := out.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n"))); err != nil {
			return err
		}
		between = ",\n  " + indent
	}
	if between[0] == '[' {
		_, err := out.WriteString("[]")
		return err
	}
	_, err := out.WriteString("\n" + indent + "]")
	return err
}

func indentedJSON(w io.Writer, prefix string) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent(prefix, "  ")
	return e
}
