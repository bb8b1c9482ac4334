package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hipaactl/hipaactl/internal/finding"
)

// resting declares one thing of each kind that rests, encrypted, and says nothing of a key.
const resting = `
resource "aws_s3_bucket" "b" {}
resource "aws_s3_bucket_server_side_encryption_configuration" "b" {
  bucket = aws_s3_bucket.b.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
resource "aws_db_instance" "d" {
  identifier        = "d"
  storage_encrypted = true
}
resource "aws_db_snapshot" "d" {
  db_instance_identifier = aws_db_instance.d.identifier
  db_snapshot_identifier = "d"
}
resource "aws_rds_cluster" "c" {
  storage_encrypted = true
}
resource "aws_ebs_volume" "v" {
  encrypted = true
}
resource "aws_ebs_snapshot" "v" {
  volume_id = aws_ebs_volume.v.id
}
resource "aws_ebs_encryption_by_default" "e" {
  enabled = true
}
resource "aws_ebs_default_kms_key" "e" {
  key_arn = "arn:aws:kms:us-east-1:111122223333:alias/aws/ebs"
}
resource "aws_efs_file_system" "f" {
  encrypted = true
}
resource "aws_redshift_cluster" "w" {
  encrypted = true
}
resource "aws_cloudtrail" "t" {
  name       = "t"
  kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
}
`

// TestStrictWantsCustomerKeys: whatever rests under the key that AWS manages fails under the
// profile, and by default only where it holds PHI.
func TestStrictWantsCustomerKeys(t *testing.T) {
	t.Chdir(t.TempDir())
	writeTest(t, "main.tf", resting)
	rules := "HIPAA-CTR-004,HIPAA-EC2-001,HIPAA-EC2-002,HIPAA-EC2-004,HIPAA-EFS-001,HIPAA-RDS-001,HIPAA-RDS-002,HIPAA-RDS-011,HIPAA-RSH-001,HIPAA-S3-001"
	keys := func(args ...string) map[string]finding.Status {
		got := map[string]finding.Status{}
		for _, f := range scanned(t, append(args, "--rule", rules)...).Findings {
			if f.Assertion == "customer_key" || f.Rule == "HIPAA-CTR-004" {
				got[f.Rule+" "+f.Resource.Address] = f.Status
			}
		}
		return got
	}
	want := map[string]finding.Status{
		"HIPAA-CTR-004 aws_cloudtrail.t":       finding.Pass,
		"HIPAA-EC2-001 region":                 finding.Fail,
		"HIPAA-EC2-002 aws_ebs_volume.v":       finding.Fail,
		"HIPAA-EC2-004 aws_ebs_snapshot.v":     finding.Fail,
		"HIPAA-EFS-001 aws_efs_file_system.f":  finding.Fail,
		"HIPAA-RDS-001 aws_db_instance.d":      finding.Fail,
		"HIPAA-RDS-002 aws_rds_cluster.c":      finding.Fail,
		"HIPAA-RDS-011 aws_db_snapshot.d":      finding.Fail,
		"HIPAA-RSH-001 aws_redshift_cluster.w": finding.Fail,
		"HIPAA-S3-001 aws_s3_bucket.b":         finding.Fail,
	}
	if d := cmp.Diff(want, keys("--rule-profile", "strict")); d != "" {
		t.Errorf("strict (-want +got):\n%s", d)
	}
	want = map[string]finding.Status{
		"HIPAA-CTR-004 aws_cloudtrail.t":       finding.Pass,
		"HIPAA-EC2-002 aws_ebs_volume.v":       finding.NotApplicable,
		"HIPAA-EFS-001 aws_efs_file_system.f":  finding.NotApplicable,
		"HIPAA-RSH-001 aws_redshift_cluster.w": finding.NotApplicable,
	}
	if d := cmp.Diff(want, keys()); d != "" {
		t.Errorf("default (-want +got):\n%s", d)
	}
}
