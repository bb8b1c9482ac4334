package detect

import (
	"strings"
	"testing"
)

// BenchmarkLoad is what the first scan of a process costs more.
func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadTables(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkScan is the speed on text that holds keywords and nothing else.
func BenchmarkScan(b *testing.B) {
	d, err := New()
	if err != nil {
		b.Fatal(err)
	}
	text := []byte(strings.Repeat("func token(key string, auth *Auth) error { return access.Key(auth, 42) }\n// the patient reader\n", 10000))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d.Scan("main.go", text)
	}
}
