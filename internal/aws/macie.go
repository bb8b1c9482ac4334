package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/macie2"
)

// Where Macie is off, it denies everything and says so. The same code without these words is a denial.
// Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/macie2/account.go
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmacie.html
var (
	getMacieSession   = operation{service: "macie2", name: "GetMacieSession", absent: []string{"AccessDeniedException"}, saying: "Macie is not enabled"}
	getMacieDiscovery = operation{service: "macie2", name: "GetAutomatedDiscoveryConfiguration", absent: []string{"AccessDeniedException"}, saying: "Macie is not enabled"}
)

func macieParts() []part {
	return []part{
		{types: []string{"aws_macie2_account"}, uses: []operation{getMacieSession}, run: readMacieSession},
		{types: []string{"aws_macie2_automated_discovery"}, uses: []operation{getMacieDiscovery}, run: readMacieDiscovery},
	}
}

func readMacieSession(ctx context.Context, p *place) {
	out, r, err := get(ctx, p, getMacieSession, "", macie2.NewFromConfig(p.config()).GetMacieSession, &macie2.GetMacieSessionInput{})
	if isAbsent(err) || p.lost(getMacieSession, "", err) {
		return
	}
	p.emit(item{typ: "aws_macie2_account", name: p.account.id, read: r, attrs: attrs{
		"id": p.account.id, "status": out.Status, "finding_publishing_frequency": optional(out.FindingPublishingFrequency),
		"service_role": optional(out.ServiceRole), "region": p.region,
	}})
}

// readMacieDiscovery emits aws_macie2_automated_discovery, a type of ours.
// Source: https://docs.aws.amazon.com/macie/latest/APIReference/automated-discovery-configuration.html
func readMacieDiscovery(ctx context.Context, p *place) {
	client := macie2.NewFromConfig(p.config())
	out, r, err := get(ctx, p, getMacieDiscovery, "", client.GetAutomatedDiscoveryConfiguration, &macie2.GetAutomatedDiscoveryConfigurationInput{})
	if isAbsent(err) || p.lost(getMacieDiscovery, "", err) {
		return
	}
	p.emit(item{typ: "aws_macie2_automated_discovery", name: p.account.id, read: r, attrs: attrs{"id": p.account.id, "status": out.Status, "region": p.region}})
}
