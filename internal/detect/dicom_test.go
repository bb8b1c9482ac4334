package detect

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"slices"
	"strings"
	"testing"
)

const (
	implicitSyntax = "1.2.840.10008.1.2"
	explicitSyntax = "1.2.840.10008.1.2.1"
	deflatedSyntax = "1.2.840.10008.1.2.1.99"
)

// header puts a DICOM file together. The first element says how the others are written.
type header struct {
	bytes.Buffer
	implicit bool
}

func newHeader(syntax string) *header {
	h := &header{}
	h.WriteString(strings.Repeat("\x00", dicomPreamble) + "DICM")
	h.put(0x00020010, "UI", syntax)
	h.implicit = syntax == implicitSyntax
	return h
}

func (h *header) put(tag uint32, vr, value string) *header {
	if len(value)%2 == 1 {
		value += " "
	}
	h.head(tag, vr, uint32(len(value)))
	h.WriteString(value)
	return h
}

func (h *header) head(tag uint32, vr string, length uint32) *header {
	b := binary.LittleEndian.AppendUint16(nil, uint16(tag>>16))
	b = binary.LittleEndian.AppendUint16(b, uint16(tag))
	switch {
	case h.implicit || vr == "":
		b = binary.LittleEndian.AppendUint32(b, length)
	case strings.Contains(longLengths, vr):
		b = binary.LittleEndian.AppendUint32(append(append(b, vr...), 0, 0), length)
	default:
		b = binary.LittleEndian.AppendUint16(append(b, vr...), uint16(length))
	}
	h.Write(b)
	return h
}

// patient are the elements that name one, and what comes behind them.
func (h *header) patient() *header {
	return h.put(0x00080060, "CS", "MR").put(0x00100010, "PN", "QUAY^ANNELIESE").put(0x00100020, "LO", "48213907").put(0x00100030, "DA", "19700317").put(0x00180050, "DS", "5")
}

func TestHeader(t *testing.T) {
	d, err := New()
	if err != nil {
		t.Fatal(err)
	}
	mislabelled := newHeader(explicitSyntax)
	mislabelled.implicit = true
	deflated := newHeader(deflatedSyntax)
	plain := &header{}
	plain.patient()
	w, err := flate.NewWriter(deflated, flate.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(plain.Bytes())
	_ = w.Close()
	nested := newHeader(explicitSyntax)
	nested.head(0x00081140, "SQ", 0xffffffff).head(0xfffee000, "", 0xffffffff).put(0x00081150, "UI", "1.2.3").head(0xfffee00d, "", 0).head(0xfffee0dd, "", 0)
	endless := newHeader(explicitSyntax)
	for range 40 {
		endless.head(0x00081140, "SQ", 0xffffffff).head(0xfffee000, "", 0xffffffff)
	}
	long := newHeader(explicitSyntax)
	long.head(0x00090010, "OB", HeaderReach).WriteString(strings.Repeat("x", HeaderReach))
	whole := newHeader(explicitSyntax).patient().Bytes()
	for _, c := range []struct {
		name string
		text []byte
		want string
		seen bool
	}{
		{"explicit", whole, "high", true},
		{"implicit", newHeader(implicitSyntax).patient().Bytes(), "high", true},
		{"implicit and says otherwise", mislabelled.patient().Bytes(), "high", true},
		{"deflated", deflated.Bytes(), "high", true},
		{"deflated and cut off", deflated.Bytes()[:deflated.Len()-20], "high", false},
		{"behind a sequence", nested.patient().Bytes(), "high", true},
		{"a sequence without an end", endless.patient().Bytes(), "", false},
		{"behind more than is read", long.patient().Bytes(), "", false},
		{"ends with the patient", bytes.TrimSuffix(whole, whole[len(whole)-10:]), "high", true},
		{"cut off in the patient", whole[:len(whole)-16], "high", false},
		{"nobody", newHeader(explicitSyntax).put(0x00080060, "CS", "MR").put(0x00180050, "DS", "5").Bytes(), "", true},
		{"removed", newHeader(explicitSyntax).put(0x00100010, "PN", "QUAY^ANNELIESE").put(0x00120062, "CS", "YES").Bytes(), "low", true},
		{"no more than the prefix", whole[:dicomPreamble+4], "", false},
		{"text", []byte(strings.Repeat("x", dicomPreamble) + "DICM is a prefix"), "", false},
	} {
		matches, seen := d.Header(c.text)
		got := ""
		for _, m := range matches {
			got += m.Confidence.String()
			if m.Kind != "dicom" || m.Line != 1 || m.Column != 1 || strings.Contains(m.Masked+m.Why, "QUAY") {
				t.Errorf("%s: %+v", c.name, m)
			}
		}
		if got != c.want || seen != c.seen {
			t.Errorf("%s: %q, seen %v", c.name, got, seen)
		}
	}
}

// FuzzHeader: whatever the bytes, reading a header ends, and its matches are in them.
func FuzzHeader(f *testing.F) {
	d, err := New()
	if err != nil {
		f.Fatal(err)
	}
	for _, syntax := range []string{implicitSyntax, explicitSyntax, deflatedSyntax, "1.2.840.10008.1.2.2"} {
		f.Add(newHeader(syntax).patient().Bytes())
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		matches, seen := d.Header(text)
		again, _ := d.Header(text)
		if !slices.Equal(matches, again) || seen && !DICOM(text) {
			t.Fatal("another reading finds something else")
		}
		for _, m := range matches {
			if m.Start < 0 || m.End < m.Start || m.End > len(text) || !maskedForm.MatchString(m.Masked) || longNumber.MatchString(m.Why) {
				t.Fatalf("%+v", m)
			}
		}
	})
}
