package awstest

import (
	"fmt"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/organizations"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// FleetRegions are the Regions that Fleet spreads over.
func FleetRegions() []string { return []string{"eu-west-1", "eu-central-1", "us-east-1", "us-west-2"} }

// Fleet puts many plain things into an account: buckets, databases and VPCs, spread
// over the Regions.
func Fleet(t testing.TB, url, account string, buckets, databases, vpcs int) {
	t.Helper()
	regions := FleetRegions()
	estates := make([]*estate, len(regions))
	for i, region := range regions {
		estates[i] = newEstate(t, url, account, region)
	}
	var all sync.WaitGroup
	for i, e := range estates {
		region := regions[i]
		all.Go(func() {
			for n := i; n < buckets; n += len(regions) {
				in := &s3.CreateBucketInput{Bucket: str(fmt.Sprintf("fleet-%s-%d", account, n))}
				if region != "us-east-1" {
					in.CreateBucketConfiguration = &s3types.CreateBucketConfiguration{LocationConstraint: s3types.BucketLocationConstraint(region)}
				}
				if _, err := e.s3().CreateBucket(e.ctx, in); err != nil {
					t.Error(err)
					return
				}
			}
			for n := i; n < databases; n += len(regions) {
				if _, err := rds.NewFromConfig(e.config).CreateDBInstance(e.ctx, &rds.CreateDBInstanceInput{
					DBInstanceIdentifier: str(fmt.Sprintf("fleet-%d", n)), DBInstanceClass: str("db.t3.medium"), Engine: str("postgres"), AllocatedStorage: i32(20),
					MasterUsername: str("root"), MasterUserPassword: str("only-in-the-emulator"), StorageEncrypted: yes(), BackupRetentionPeriod: i32(7),
				}); err != nil {
					t.Error(err)
					return
				}
			}
			for n := i; n < vpcs; n += len(regions) {
				if _, err := ec2.NewFromConfig(e.config).CreateVpc(e.ctx, &ec2.CreateVpcInput{CidrBlock: str("10.20.0.0/16")}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
}

// Organization makes the account the management account of an organization with so
// many members, and returns their ids.
func Organization(t testing.TB, url, account string, members int) []string {
	t.Helper()
	e := newEstate(t, url, account, Region)
	c := organizations.NewFromConfig(e.config)
	must[*organizations.CreateOrganizationOutput](e)(c.CreateOrganization(e.ctx, &organizations.CreateOrganizationInput{}))
	var ids []string
	for n := range members {
		out := must[*organizations.CreateAccountOutput](e)(c.CreateAccount(e.ctx, &organizations.CreateAccountInput{
			AccountName: str(fmt.Sprintf("clinic-%d", n)), Email: str(fmt.Sprintf("clinic-%d@example.com", n)),
		}))
		ids = append(ids, *out.CreateAccountStatus.AccountId)
	}
	return ids
}
