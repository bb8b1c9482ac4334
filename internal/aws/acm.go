package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/acm"
	"github.com/aws/aws-sdk-go-v2/service/acm/types"
)

// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscertificatemanager.html
var (
	listCertificates    = operation{service: "acm", name: "ListCertificates"}
	describeCertificate = operation{service: "acm", name: "DescribeCertificate", absent: []string{"ResourceNotFoundException"}}
)

func acmParts() []part {
	return []part{{
		types: []string{"aws_acm_certificate", "aws_acm_certificate_status"}, uses: []operation{listCertificates, describeCertificate}, run: readCertificates,
	}}
}

func (p *place) acm() *acm.Client { return acm.NewFromConfig(p.config()) }

// readCertificates asks for keys of all kinds: a listing without a filter leaves out all but
// RSA of 1024 and 2048 bits.
// Source: https://docs.aws.amazon.com/acm/latest/APIReference/API_Filters.html
func readCertificates(ctx context.Context, p *place) {
	var all []found[types.CertificateSummary]
	pages := acm.NewListCertificatesPaginator(p.acm(), &acm.ListCertificatesInput{Includes: &types.Filters{KeyTypes: types.KeyAlgorithm("").Values()}})
	list(ctx, p, listCertificates, pages, func(page *acm.ListCertificatesOutput, r read) {
		for _, c := range page.CertificateSummaryList {
			all = append(all, found[types.CertificateSummary]{c, r})
		}
	})
	forEach(ctx, all, func(ctx context.Context, c found[types.CertificateSummary]) { readCertificate(ctx, p, c) })
}

// readCertificate enters a certificate as Terraform knows it, and what AWS alone knows: whether
// something uses it. One that is not issued has no dates; only what ACM issued was validated.
// Source: https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateSummary.html
func readCertificate(ctx context.Context, p *place, c found[types.CertificateSummary]) {
	arn := or(c.one.CertificateArn, "")
	it := item{typ: "aws_acm_certificate", name: arn, arn: arn, read: c.read, reads: map[string]read{}, attrs: attrs{
		"id": c.one.CertificateArn, "arn": c.one.CertificateArn, "domain_name": optional(c.one.DomainName), "type": c.one.Type, "status": c.one.Status,
		"key_algorithm": c.one.KeyAlgorithm, "not_after": optional(c.one.NotAfter), "renewal_eligibility": optional(c.one.RenewalEligibility),
		"certificate_body": nil, "validation_method": nil, "region": p.region, // an imported one is known by its type
	}}
	if c.one.Status == types.CertificateStatusIssued {
		it.attrs["not_after"] = c.one.NotAfter
	}
	if c.one.Type == types.CertificateTypeAmazonIssued && p.wants(it.typ) {
		out, r, err := get(ctx, p, describeCertificate, arn, p.acm().DescribeCertificate, &acm.DescribeCertificateInput{CertificateArn: c.one.CertificateArn})
		if isAbsent(err) {
			return
		}
		it.reads["validation_method"] = r
		if f := asFailure(err); f != nil {
			p.lostOne(r, f)
			it.attrs["validation_method"] = f
		} else {
			it.attrs["validation_method"] = validation(out.Certificate)
		}
	}
	p.emitWanted(it)
	p.emitWanted(item{typ: "aws_acm_certificate_status", name: arn, arn: arn, read: c.read, attrs: attrs{"certificate_arn": c.one.CertificateArn, "in_use": c.one.InUse}})
}

// validation is how the names of a certificate were validated, which is the same for all.
func validation(c *types.CertificateDetail) any {
	if c == nil || len(c.DomainValidationOptions) == 0 {
		return missing()
	}
	return c.DomainValidationOptions[0].ValidationMethod
}
