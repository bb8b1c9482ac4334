package detect

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
)

// HeaderReach is how much of a DICOM file its header is looked for in, in bytes.
const HeaderReach = 4 << 20

// dicomTags are the attributes of a DICOM header that identify a patient (DICOM
// PS3.6, and the confidentiality profile of PS3.15 annex E,
// https://dicom.nema.org/medical/dicom/current/output/html/part15.html).
var dicomTags = map[uint32]struct {
	name     string
	weight   int
	invented func(string) bool
}{
	0x00100010: {"name (0010,0010)", 2, inventedName},
	0x00100020: {"identifier (0010,0020)", 2, inventedNumber},
	0x00100030: {"birth date (0010,0030)", 1, nil},
	0x00101000: {"other identifiers (0010,1000)", 2, nil},
	0x00101040: {"address (0010,1040)", 1, nil},
	0x00102154: {"phone (0010,2154)", 1, nil},
}

const (
	dicomPreamble = 128
	dicomRemoved  = 0x00120062 // Patient Identity Removed
	dicomItemEnd  = 0xfffee00d
	dicomSeqEnd   = 0xfffee0dd
	undefined     = int64(0xffffffff)
	dicomDepth    = 16 // of sequences in sequences
)

// DICOMHead is how much of a file tells whether it is one of DICOM, in bytes.
const DICOMHead = dicomPreamble + 6

// DICOM tells a file of DICOM by its first DICOMHead bytes.
func DICOM(head []byte) bool { return isDICOM(head) }

// Header finds what identifies a patient in the header of a DICOM file, of which text is the
// first HeaderReach bytes, or all of it. seen is false where the header is broken or longer,
// so that it may hold more. Matches have no lines, which binary files do not have either.
func (d *Detector) Header(text []byte) (matches []Match, seen bool) {
	text = text[:min(len(text), HeaderReach)]
	if !isDICOM(text) {
		return nil, false
	}
	r := record{text: text}
	seen = r.dicom()
	p := phiScan{text: text, most: MostOfAKind, blocks: make([]topic, len(text)>>blockBits+1)}
	if len(r.parts) > 0 {
		p.record(&r)
	}
	for i := range p.all {
		p.all[i].Line, p.all[i].Column = 1, 1
	}
	return matchesOf(p.all), seen
}

// isDICOM tells a file of DICOM by its prefix (PS3.10 section 7.1), and by the number of the
// group behind it, which is small and which no text has.
func isDICOM(text []byte) bool {
	return len(text) >= DICOMHead && string(text[dicomPreamble:dicomPreamble+4]) == "DICM" && text[DICOMHead-1] == 0
}

// dicom reads a header up to the groups after the patient's. It tells whether it got there.
func (r *record) dicom() (seen bool) {
	r.kind, r.what = "dicom", "DICOM header"
	d := dicomReader{text: r.text, at: dicomPreamble + 4, order: binary.LittleEndian, explicit: true}
	for d.at < len(d.text) {
		e, ok := d.element()
		if !ok {
			return false
		}
		if e.tag>>16 > 0x0012 {
			return true
		}
		if e.length == undefined {
			if !d.skip(0) {
				return false
			}
			continue
		}
		start := d.at
		value, ok := d.value(e.length)
		if !ok {
			return false
		}
		value = bytes.TrimRight(value, " \x00")
		switch {
		case e.tag == 0x00020010:
			d.syntax = string(value)
		case e.tag == dicomRemoved && string(value) == "YES":
			r.synthetic = "; the header says that the patient's identity was removed"
		default:
			if f, known := dicomTags[e.tag]; known {
				if len(r.parts) == 0 {
					r.start = min(start, len(r.text)) // what was deflated stands elsewhere
				}
				r.has(f.name, f.weight, value, f.invented)
				if len(r.parts) > 0 {
					r.end = min(d.at, len(r.text))
				}
			}
		}
	}
	return true
}

type dicomElement struct {
	tag    uint32
	length int64
}

type dicomReader struct {
	text     []byte
	at       int
	order    binary.ByteOrder
	explicit bool
	syntax   string // of what follows the group 0002, which is always explicit and little-endian
}

// longLengths are the value representations with a length of four bytes (PS3.5 section 7.1.2).
const longLengths = "OB OD OF OL OV OW SQ SV UC UN UR UT UV"

func (d *dicomReader) element() (dicomElement, bool) {
	if d.at+8 > len(d.text) {
		return dicomElement{}, false
	}
	if d.syntax != "" && binary.LittleEndian.Uint16(d.text[d.at:]) != 2 {
		switch d.syntax {
		case "1.2.840.10008.1.2":
			d.explicit = false
		case "1.2.840.10008.1.2.2":
			d.order = binary.BigEndian
		case "1.2.840.10008.1.2.1.99":
			d.syntax = ""
			return d.inflate()
		}
		d.syntax = ""
	}
	h := d.text[d.at:]
	tag := uint32(d.order.Uint16(h))<<16 | uint32(d.order.Uint16(h[2:]))
	d.at += 8
	if !d.explicit || tag>>16 == 0xfffe || !upper(h[4]) || !upper(h[5]) { // some files are implicit and say otherwise
		return dicomElement{tag, int64(d.order.Uint32(h[4:]))}, true
	}
	if !bytes.Contains([]byte(longLengths), h[4:6]) {
		return dicomElement{tag, int64(d.order.Uint16(h[6:]))}, true
	}
	if d.at+4 > len(d.text) {
		return dicomElement{}, false
	}
	d.at += 4
	return dicomElement{tag, int64(d.order.Uint32(h[8:]))}, true
}

// inflate goes on in what the file holds compressed (PS3.5 section A.5).
func (d *dicomReader) inflate() (dicomElement, bool) {
	plain, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(d.text[d.at:])), HeaderReach)) // cut off with the text, perhaps: what is missing is noticed
	d.text, d.at = plain, 0
	return d.element()
}

// value gives the next bytes and goes on after them; false where they are not all there.
func (d *dicomReader) value(length int64) ([]byte, bool) {
	if length > int64(len(d.text)-d.at) {
		return nil, false
	}
	v := d.text[d.at : d.at+int(length)]
	d.at += int(length)
	return v, true
}

// skip goes through a sequence of undefined length (PS3.5 section 7.5); false where it
// does not end.
func (d *dicomReader) skip(depth int) bool {
	for d.at < len(d.text) && depth < dicomDepth {
		e, ok := d.element()
		switch {
		case !ok:
			return false
		case e.tag == dicomSeqEnd || e.tag == dicomItemEnd:
			return true
		case e.length == undefined:
			ok = d.skip(depth + 1)
		default:
			_, ok = d.value(e.length)
		}
		if !ok {
			return false
		}
	}
	return false
}
