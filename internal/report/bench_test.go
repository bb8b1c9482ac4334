package report

import (
	"fmt"
	"io"
	"testing"
)

// BenchmarkFormats writes 10,000 findings, half of them fails.
func BenchmarkFormats(b *testing.B) {
	one := sample()
	r := one
	r.Findings = nil
	for i := range 10_000 {
		f := one.Findings[i%2] // a fail and a pass
		f.Resource.Address = fmt.Sprintf("aws_s3_bucket.b[%d]", i)
		f.Location.Line = i
		r.Findings = append(r.Findings, f)
	}
	for _, name := range Names() {
		format, err := Lookup(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := format(io.Discard, r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
