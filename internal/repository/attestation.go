package repository

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/repository/attestation"
	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/tree"
)

// AttestationFile is where attestations stand unless the user says otherwise, from the
// repository's root.
const AttestationFile = ".hipaactl/attestations.yaml"

// maxAttested bounds a document whose digest is computed, in bytes.
const maxAttested = 1 << 30

// attestations makes of the file of attestations one resource, which is there without a file too.
type attestations struct {
	file     string
	shown    string
	entries  []attestation.Entry
	problems []attestation.Problem
}

func (a *attestations) wants(name string) bool { return name == a.file }

func (*attestations) types() []string { return []string{Attestation} }

func (a *attestations) read(_ context.Context, d document) contribution {
	entries, problems := attestation.Parse(d.text)
	return func(b *builder) {
		a.entries, a.problems, a.shown = entries, problems, d.file.Shown
		for _, p := range problems {
			b.gap(d.file, p.Line, p.Message, "correct the file; docs/repo.md shows one", a.types())
		}
	}
}

// finish adds the latest attestation, which is the one that counts.
func (a *attestations) finish(b *builder) {
	values := map[string]cty.Value{"kind": cty.StringVal(attestation.RiskAnalysis)}
	file, listed := b.files[a.file]
	if listed && a.shown == "" || len(a.problems) > 0 {
		line, why := 0, "the file could not be read"
		if len(a.problems) > 0 {
			line, why = a.problems[0].Line, "the file has mistakes, so that what it attests is not known"
		}
		cause := resource.Cause{Kind: resource.NotVisible, What: file.Name, Why: why, File: file.Shown, Line: line, Settle: "correct the file; docs/repo.md shows one"}
		for name, typ := range attested() {
			values[name] = resource.Unknown(typ, cause)
		}
		b.resource(Attestation, attestation.RiskAnalysis, "", lineOf(file.Shown, max(line, 1)), values, nil)
		return
	}
	if len(a.entries) == 0 {
		values["attested"] = cty.False
		at := hcl.Range{}
		if listed {
			at = lineOf(a.shown, 1)
		}
		b.resource(Attestation, attestation.RiskAnalysis, "", at, values, nil)
		return
	}
	latest := slices.MaxFunc(a.entries, func(x, y attestation.Entry) int {
		switch {
		case x.Date > y.Date:
			return 1
		case x.Date < y.Date:
			return -1
		}
		return 0
	})
	a.add(b, latest, values)
}

// attested are the attributes beside kind.
func attested() map[string]cty.Type {
	return map[string]cty.Type{
		"attested": cty.Bool, "date": cty.String, "next_review": cty.String, "assessor": cty.Bool, "approver": cty.Bool,
		"scope": cty.Bool, "document": cty.Bool, "sha256": cty.Bool, "unchanged": cty.Bool,
	}
}

func (a *attestations) add(b *builder, e attestation.Entry, values map[string]cty.Value) {
	values["attested"] = cty.True
	values["date"], values["next_review"] = day(e.Date), day(e.NextReview)
	for name, text := range map[string]string{"assessor": e.Assessor, "approver": e.Approver, "scope": e.Scope, "document": e.Document, "sha256": e.SHA256} {
		values[name] = cty.BoolVal(text != "")
	}
	at := lineOf(a.shown, e.Line)
	of := map[string]hcl.Range{}
	for key, line := range e.Lines {
		of[key] = lineOf(a.shown, line)
	}
	of["unchanged"] = of["sha256"]
	values["unchanged"] = cty.NullVal(cty.Bool)
	if f, ok := b.files[e.Path()]; ok && e.SHA256 != "" {
		got, err := digest(f)
		values["unchanged"] = cty.BoolVal(got == e.SHA256)
		if err != nil {
			values["unchanged"] = resource.Unknown(cty.Bool, resource.Cause{
				Kind: resource.NotVisible, What: f.Name, Why: "the document could not be read", File: a.shown, Line: e.Lines["document"],
				Settle: "make the document readable",
			})
		}
	}
	b.resource(Attestation, attestation.RiskAnalysis, "", at, values, places{at, of})
}

// day is a date as policies reckon with times.
func day(date string) cty.Value {
	if date == "" {
		return cty.NullVal(cty.String)
	}
	return cty.StringVal(date + "T00:00:00Z")
}

// digest is a document's, 64 hexadecimal digits. The document is read once and not kept.
func digest(f tree.File) (sum string, err error) {
	in, err := f.Open()
	switch {
	case err != nil:
		return "", err
	case in == nil:
		return "", errNoFile
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	h := sha256.New()
	n, err := io.Copy(h, io.LimitReader(in, maxAttested+1))
	if err == nil && n > maxAttested {
		err = errors.New("the document is larger than 1 GiB")
	}
	return hex.EncodeToString(h.Sum(nil)), err
}
