package terraform

import (
	"context"
	"os"
	"testing"

	"github.com/hipaactl/hipaactl/internal/bench"
)

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	if err := bench.Generate(dir, bench.Shape{Resources: 10000, Roots: 1}); err != nil {
		b.Fatal(err)
	}
	w := wantAll(map[string]string{
		"aws_s3_bucket": "bucket", "aws_ebs_volume": "encrypted kms_key_id", "aws_s3_bucket_policy": "bucket policy",
		"aws_s3_bucket_public_access_block": "bucket block_public_acls block_public_policy ignore_public_acls restrict_public_buckets", "aws_security_group": "ingress",
		"aws_db_instance": "storage_encrypted kms_key_id backup_retention_period deletion_protection publicly_accessible", "aws_iam_policy": "policy", "aws_dynamodb_table": "point_in_time_recovery",
		"aws_vpc_security_group_ingress_rule": "cidr_ipv4 from_port to_port ip_protocol security_group_id", "aws_kms_key": "enable_key_rotation policy",
	})
	b.Run("parse", func(b *testing.B) {
		for range b.N {
			l := newLoader(dir, 2)
			l.discover(dir, dir)
		}
	})
	b.Run("load", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if _, err := Load(context.Background(), Options{Paths: []string{dir}, Wanted: w, Getenv: os.Getenv}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
