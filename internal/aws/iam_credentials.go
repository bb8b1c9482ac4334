package aws

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
)

// rootUser is what the credential report calls the root user.
const rootUser = "<root_account>"

// reportFlags and reportTimes are the columns that are read besides user and arn.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html
var (
	reportFlags = []string{"password_enabled", "mfa_active", "access_key_1_active", "access_key_2_active", "cert_1_active", "cert_2_active"}
	reportTimes = []string{
		"user_creation_time", "password_last_used", "password_last_changed", "password_next_rotation",
		"access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_2_last_rotated", "access_key_2_last_used_date",
		"cert_1_last_rotated", "cert_2_last_rotated",
	}
)

// reportPauses are the waits for a report that IAM is still making, a minute in all.
var reportPauses = []time.Duration{
	500 * time.Millisecond, time.Second, 2 * time.Second, 4 * time.Second,
	8 * time.Second, 8 * time.Second, 8 * time.Second, 8 * time.Second, 10 * time.Second, 10 * time.Second,
}

// readCredentialReport emits a row for the root user in any case: every account has
// one, and where the report does not show it, it is unknown.
func readCredentialReport(ctx context.Context, p *place) {
	rows, r, err := credentialReport(ctx, p)
	p.lost(r.op, "", err)
	for _, row := range rows {
		p.emitCredentials(row, r)
	}
	if slices.ContainsFunc(rows, func(row reportRow) bool { return row["user"] == rootUser }) || !p.wants("aws_iam_credential_report_user") {
		return
	}
	f := asFailure(err)
	if f == nil {
		f = &failure{op: getCredentialReport, kind: "unreadable", code: "no row for the root user"}
		p.lostOne(r, f)
	}
	arn := "arn:" + p.account.partition + ":iam::" + p.account.id + ":root"
	p.emit(item{typ: "aws_iam_credential_report_user", name: rootUser, arn: arn, read: r, unread: f, attrs: attrs{"user": rootUser, "arn": arn}})
}

// credentialReport makes the report, which IAM does at most every four hours, and
// gets it. The read is the call that answered, or failed.
func credentialReport(ctx context.Context, p *place) ([]reportRow, read, error) {
	if r, err := p.makeReport(ctx); err != nil {
		return nil, r, err
	}
	out, r, err := get(ctx, p, getCredentialReport, "", p.iam().GetCredentialReport, &iam.GetCredentialReportInput{})
	if err != nil {
		return nil, r, err
	}
	if out.GeneratedTime != nil {
		r.call.Time = out.GeneratedTime.UTC() // it may be four hours old, and so is what it shows
	}
	rows, err := parseReport(out.Content)
	if err != nil {
		return nil, r, &failure{op: getCredentialReport, kind: "unreadable"}
	}
	return rows, r, nil
}

// makeReport asks for the report until it is there. A run that ends in a pause is
// found by the next call, which then fails for that reason.
func (p *place) makeReport(ctx context.Context) (read, error) {
	for i := 0; ; i++ {
		out, r, err := get(ctx, p, generateCredentialReport, "", p.iam().GenerateCredentialReport, &iam.GenerateCredentialReportInput{})
		if err != nil || out.State == types.ReportStateTypeComplete {
			return r, err
		}
		if i == len(reportPauses) {
			return r, &failure{op: generateCredentialReport, kind: "timeout"}
		}
		select {
		case <-time.After(reportPauses[i]):
		case <-ctx.Done():
		}
	}
}

// reportRow is one user in the report, by the names of the columns.
type reportRow map[string]string

// parseReport reads the report's CSV. Which columns there are is up to IAM; one for
// the user has to be among them, in every row. An error never holds what the report does.
func parseReport(content []byte) ([]reportRow, error) {
	lines, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	if err != nil {
		return nil, errors.New("the credential report is no CSV: ask for it again")
	}
	if len(lines) == 0 {
		return nil, errors.New("the credential report is empty: ask for it again")
	}
	rows := make([]reportRow, 0, len(lines)-1)
	for i, line := range lines[1:] {
		row := make(reportRow, len(line))
		for j, column := range lines[0] {
			row[column] = line[j]
		}
		if row["user"] == "" {
			return nil, fmt.Errorf("row %d of the credential report names no user: ask for it again", i+1)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// emitCredentials emits a row, and the password of a user as what Terraform calls
// a login profile. Keys are not emitted as aws_iam_access_key: the report does not
// hold their ids.
func (p *place) emitCredentials(row reportRow, r read) {
	user, enabled := row["user"], row.flag("password_enabled")
	if p.wants("aws_iam_credential_report_user") {
		values := attrs{"user": user, "arn": row.text("arn")}
		for _, column := range reportFlags {
			values[column] = row.flag(column)
		}
		for _, column := range reportTimes {
			values[column] = row.time(column)
		}
		p.emit(item{typ: "aws_iam_credential_report_user", name: user, arn: row["arn"], read: r, attrs: values})
	}
	if enabled == false || enabled == nil || user == rootUser || !p.wants("aws_iam_user_login_profile") {
		return
	}
	it := item{typ: "aws_iam_user_login_profile", name: user, read: r, attrs: attrs{"user": user, "id": user}}
	if enabled != true {
		it.maybe = &failure{op: r.op, kind: "unreadable"}
		p.lostOne(r, it.maybe)
	}
	p.emit(it)
}

// text is a column's text, unknown where the report has none.
func (row reportRow) text(column string) any {
	if row[column] == "" {
		return missing()
	}
	return row[column]
}

// flag is a column that says true or false, null where the user cannot have such a
// thing, and unknown for anything else.
func (row reportRow) flag(column string) any {
	switch strings.ToLower(row[column]) {
	case "true":
		return true
	case "false":
		return false
	case "not_supported":
		return nil
	}
	return (*bool)(nil)
}

// time is a column that says when something happened, null for never, and unknown
// for anything else.
func (row reportRow) time(column string) any {
	switch row[column] {
	case "N/A", "no_information", "not_supported":
		return nil
	}
	if at, err := time.Parse(time.RFC3339, row[column]); err == nil {
		return at
	}
	return (*time.Time)(nil)
}
