package aws_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/acm"
	"github.com/aws/aws-sdk-go-v2/service/acm/types"
	"github.com/google/go-cmp/cmp"
)

var certificateTypes = []string{"aws_acm_certificate", "aws_acm_certificate_status"}

func TestCertificates(t *testing.T) {
	url := startMoto(t)
	environment(t)
	name := "portal.example.org"
	made := made[*acm.RequestCertificateOutput](t)(acm.NewFromConfig(seeder(url, ownAccount, "eu-west-1")).RequestCertificate(t.Context(), &acm.RequestCertificateInput{
		DomainName: &name, ValidationMethod: types.ValidationMethodDns,
	}))
	s := auditMoto(t, url, certificateTypes)
	checkValues(t, s.one(t, "aws_acm_certificate", *made.CertificateArn), map[string]string{
		"domain_name": `"portal.example.org"`, "type": `"AMAZON_ISSUED"`, "key_algorithm": `"RSA_2048"`, "validation_method": `"DNS"`, "certificate_body": "null",
	})
	checkValues(t, s.one(t, "aws_acm_certificate_status", *made.CertificateArn), map[string]string{"in_use": "false", "certificate_arn": `"` + *made.CertificateArn + `"`})
}

// TestCertificateShapes is about what the emulator cannot be: in use, imported, not issued, in pages.
func TestCertificateShapes(t *testing.T) {
	a := &fake{answers: answers{
		"ListCertificates": func(in ask) string {
			if in.Get("NextToken") == "" {
				return `{"CertificateSummaryList":[{"CertificateArn":"arn:a","Status":"ISSUED","Type":"IMPORTED","KeyAlgorithm":"EC_prime256v1","NotAfter":1780000000,"InUse":true}],"NextToken":"more"}`
			}
			return `{"CertificateSummaryList":[{"CertificateArn":"arn:b","Status":"PENDING_VALIDATION","Type":"AMAZON_ISSUED","KeyAlgorithm":"RSA_2048"},
				{"CertificateArn":"arn:c","Status":"ISSUED","Type":"AMAZON_ISSUED","KeyAlgorithm":"RSA_2048","InUse":true}]}`
		},
		"DescribeCertificate": func(in ask) string {
			if in.Get("CertificateArn") == "arn:b" {
				return `{"Certificate":{"DomainValidationOptions":[{"DomainName":"x","ValidationMethod":"EMAIL"}]}}`
			}
			return "error AccessDeniedException"
		},
	}}
	s := a.audit(t, certificateTypes)
	checkValues(t, s.one(t, "aws_acm_certificate", "arn:a"), map[string]string{"type": `"IMPORTED"`, "not_after": `"2026-05-28T20:26:40Z"`, "validation_method": "null"})
	checkValues(t, s.one(t, "aws_acm_certificate", "arn:b"), map[string]string{"not_after": "null", "validation_method": `"EMAIL"`})
	checkValues(t, s.one(t, "aws_acm_certificate", "arn:c"), map[string]string{
		"not_after": "unknown: acm:ListCertificates", "validation_method": "unknown: acm:DescribeCertificate: access was denied",
	})
	checkValues(t, s.one(t, "aws_acm_certificate_status", "arn:a"), map[string]string{"in_use": "true"})
	checkValues(t, s.one(t, "aws_acm_certificate_status", "arn:b"), map[string]string{"in_use": "unknown: acm:ListCertificates"})
	if a.calls["DescribeCertificate"] != 2 {
		t.Errorf("%d certificates described: only those that ACM issued were validated", a.calls["DescribeCertificate"])
	}
	want := []string{"eu-west-1 acm:ListCertificates: aws_acm_certificate aws_acm_certificate_status"}
	if diff := cmp.Diff(want, (&fake{answers: answers{}}).audit(t, certificateTypes).gaps()); diff != "" {
		t.Error(diff)
	}
}
