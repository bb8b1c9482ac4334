package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"sync"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// pages hold the style, the script and the icons of the auditor's report.
//
//go:embed html
var pages embed.FS

// page is what documents share: the style, the script and the icons, and the policy that
// forbids everything else.
type page struct{ Style, Script, Icons, Policy string }

// htmlPage cannot fail: the files are part of the program and TestHTML reads them.
var htmlPage = sync.OnceValue(func() page {
	style, script := embedded("html/screen.css")+embedded("html/map.css")+embedded("html/narrow.css")+embedded("html/print.css"), embedded("html/page.js")
	return page{
		Style: style, Script: script, Icons: embedded("html/icons.svg"),
		Policy: fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'",
			digestSource(style), digestSource(script)),
	}
})

func embedded(name string) string {
	text, err := pages.ReadFile(name)
	if err != nil {
		panic(err) //nolint:forbidigo // the file is compiled in and tested
	}
	return string(text)
}

// digestSource names an inline style or script in a Content-Security-Policy.
func digestSource(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// HTML writes the auditor's report: one file that needs nothing but itself, to read, file
// and print. It is a function of the JSON report, whose SHA-256 it names.
func HTML(w io.Writer, r finding.Report) error {
	r = sorted(r)
	r.Schema = finding.Schema
	digest := sha256.New()
	if err := JSON(digest, r); err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	p := htmlPage()
	buffer := bufio.NewWriterSize(w, batch)
	err := newDocument(r, p, hex.EncodeToString(digest.Sum(nil))).node().Render(visible{buffer})
	if err == nil {
		err = buffer.Flush()
	}
	if err != nil {
		return fmt.Errorf("write HTML: %w", err)
	}
	return nil
}

// visible turns what hides or reorders text into visible escapes, wherever it comes from.
// Each value comes whole, so that no character comes in two pieces.
type visible struct{ to *bufio.Writer }

func (v visible) Write(p []byte) (int, error) {
	from := 0
	for i, b := range p {
		if b != '\n' {
			continue
		}
		if err := v.line(p[from:i], "\n"); err != nil {
			return from, err
		}
		from = i + 1
	}
	return len(p), v.line(p[from:], "")
}

func (v visible) line(text []byte, end string) error {
	if _, err := v.to.WriteString(Plain(string(text))); err != nil {
		return err
	}
	_, err := v.to.WriteString(end)
	return err
}
