package aws

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-sdk-go-v2/service/ssm"
	"github.com/aws/aws-sdk-go-v2/service/ssm/types"
)

// sessionPreferences is the document that says how the sessions of a Region are kept. It is the
// one whose text is read: others hold scripts, and what is written into those.
// Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-preferences-cli.html
var sessionPreferences = "SSM-SessionManagerRunShell"

// preferences is the text of the document as JSON, without the commands that run when a session
// starts: they may hold anything.
// Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-schema.html
func preferences(ctx context.Context, p *place) (any, read) {
	out, r, err := get(ctx, p, getDocument, sessionPreferences, p.ssm().GetDocument, &ssm.GetDocumentInput{Name: &sessionPreferences, DocumentFormat: types.DocumentFormatJson})
	if f := asFailure(err); f != nil {
		p.lostOne(r, f)
		return f, r
	} else if err != nil {
		return missing(), r
	}
	var document struct {
		SchemaVersion string         `json:"schemaVersion"`
		SessionType   string         `json:"sessionType"`
		Inputs        map[string]any `json:"inputs"`
	}
	if json.Unmarshal([]byte(or(out.Content, "")), &document) != nil {
		return missing(), r
	}
	delete(document.Inputs, "shellProfile")
	text, err := json.Marshal(document)
	if err != nil {
		return missing(), r
	}
	return string(text), r
}
