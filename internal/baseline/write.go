package baseline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Write writes the file: one entry in a line, so that a review shows each that comes or goes.
// It holds neither time nor version: the same findings give the same bytes.
func (b Baseline) Write(w io.Writer) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"schema\": %q,\n  \"entries\": [", Schema)
	between := "\n    "
	for _, e := range b.Entries {
		out.WriteString(between)
		if err := e.write(&out); err != nil {
			return fmt.Errorf("write a baseline: %w", err)
		}
		between = ",\n    "
	}
	if len(b.Entries) > 0 {
		out.WriteString("\n  ")
	}
	out.WriteString("]\n}\n")
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write a baseline: %w", err)
	}
	return nil
}

func (e Entry) write(out *bytes.Buffer) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(e); err != nil {
		return err
	}
	out.Truncate(out.Len() - 1) // the encoder ends a line
	return nil
}
