package detect

import (
	"bytes"
	"encoding/binary"
)

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
	dicomReach    = 1 << 20
	dicomItemEnd  = 0xfffee00d
	dicomSeqEnd   = 0xfffee0dd
	undefined     = 0xffffffff
)

// isDICOM tells a file of DICOM by its prefix (PS3.10 section 7.1).
func isDICOM(text []byte) bool {
	return len(text) > dicomPreamble+4 && string(text[dicomPreamble:dicomPreamble+4]) == "DICM"
}

// dicom reads a header up to the groups after the patient's.
func (r *record) dicom() {
	d := dicomReader{text: r.text, at: dicomPreamble + 4, order: binary.LittleEndian, explicit: true}
	for d.at < min(len(d.text), dicomReach) {
		e, ok := d.element()
		if !ok || e.tag>>16 > 0x0012 {
			break
		}
		if e.length == undefined {
			d.skip(0)
			continue
		}
		start := d.at
		value := bytes.TrimRight(d.value(e.length), " \x00")
		switch {
		case e.tag == 0x00020010:
			d.syntax = string(value)
		case e.tag == dicomRemoved && string(value) == "YES":
			r.synthetic = "; the header says that the patient's identity was removed"
		default:
			if f, known := dicomTags[e.tag]; known {
				if len(r.parts) == 0 {
					r.start = start
				}
				r.has(f.name, f.weight, value, f.invented)
				if len(r.parts) > 0 {
					r.end = d.at
				}
			}
		}
	}
	r.kind, r.what = "dicom", "DICOM header"
}

type dicomElement struct {
	tag    uint32
	length int
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
			return dicomElement{}, false // deflated
		}
		d.syntax = ""
	}
	h := d.text[d.at:]
	tag := uint32(d.order.Uint16(h))<<16 | uint32(d.order.Uint16(h[2:]))
	d.at += 8
	if !d.explicit || tag>>16 == 0xfffe {
		return dicomElement{tag, int(d.order.Uint32(h[4:]))}, true
	}
	if !bytes.Contains([]byte(longLengths), h[4:6]) {
		return dicomElement{tag, int(d.order.Uint16(h[6:]))}, true
	}
	if d.at+4 > len(d.text) {
		return dicomElement{}, false
	}
	d.at += 4
	return dicomElement{tag, int(d.order.Uint32(h[8:]))}, true
}

// value gives the next bytes and goes on after them.
func (d *dicomReader) value(length int) []byte {
	end := min(len(d.text), d.at+length)
	v := d.text[d.at:end]
	d.at = end
	return v
}

// skip goes through a sequence of undefined length (PS3.5 section 7.5).
func (d *dicomReader) skip(depth int) {
	for d.at < min(len(d.text), dicomReach) && depth < 16 {
		e, ok := d.element()
		if !ok || e.tag == dicomSeqEnd || e.tag == dicomItemEnd {
			return
		}
		switch {
		case e.length != undefined:
			d.value(e.length)
		default:
			d.skip(depth + 1)
		}
	}
}
