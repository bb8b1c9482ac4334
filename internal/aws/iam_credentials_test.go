package aws

import (
	"testing"
	"time"
)

// FuzzParseReport shows that no report takes the parser by surprise, and that a
// row's values are of the kinds that policies are written for.
func FuzzParseReport(f *testing.F) {
	f.Add([]byte("user,arn,mfa_active,password_last_used\n<root_account>,arn:aws:iam::123456789012:root,true,no_information\n"))
	f.Add([]byte("user,password_last_used\nx,2024-05-01T09:00:00+00:00\n"))
	f.Add([]byte("\"user\nx"))
	f.Fuzz(func(t *testing.T, content []byte) {
		rows, err := parseReport(content)
		if err != nil && rows != nil {
			t.Fatal("rows beside an error")
		}
		for _, row := range rows {
			if row["user"] == "" {
				t.Fatal("a row without a user")
			}
			for _, column := range reportFlags {
				if _, ok := row.flag(column).(string); ok {
					t.Fatal("a flag that is a text")
				}
			}
			for _, column := range reportTimes {
				switch row.time(column).(type) {
				case nil, time.Time, *time.Time:
				default:
					t.Fatal("a time that is none")
				}
			}
		}
	})
}
