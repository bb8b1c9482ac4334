package aws

import (
	"context"
	"slices"

	sdkarn "github.com/aws/aws-sdk-go-v2/aws/arn"
	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"
)

// A snapshot that was deleted after it was listed is absent.
var (
	describeDBSnapshots                 = operation{service: "rds", name: "DescribeDBSnapshots"}
	describeDBSnapshotAttributes        = operation{service: "rds", name: "DescribeDBSnapshotAttributes", absent: []string{"DBSnapshotNotFound", "DBSnapshotNotFoundFault"}}
	describeDBClusterSnapshots          = operation{service: "rds", name: "DescribeDBClusterSnapshots"}
	describeDBClusterSnapshotAttributes = operation{service: "rds", name: "DescribeDBClusterSnapshotAttributes", absent: []string{"DBClusterSnapshotNotFound", "DBClusterSnapshotNotFoundFault"}}
	describeAutomatedBackups            = operation{service: "rds", name: "DescribeDBInstanceAutomatedBackups", absent: notInRegion}
)

func dbSnapshotParts() []part {
	return []part{
		{types: []string{"aws_db_snapshot"}, uses: []operation{describeDBSnapshots, describeDBSnapshotAttributes}, run: readDBSnapshots},
		{types: []string{"aws_db_cluster_snapshot"}, uses: []operation{describeDBClusterSnapshots, describeDBClusterSnapshotAttributes}, run: readDBClusterSnapshots},
		{types: []string{"aws_db_instance_automated_backups_replication"}, uses: []operation{describeAutomatedBackups}, run: readReplicatedBackups},
	}
}

// dbSnapshot is a snapshot as it is listed. Only a manual one can be shared: those
// that RDS or AWS Backup take have to be copied first.
// Source: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
type dbSnapshot struct {
	item
	kind string
}

func (s dbSnapshot) shareable() bool { return s.kind != "automated" && s.kind != "awsbackup" }

// readDBSnapshots lists twice: without a type the API promises automated and manual
// snapshots alone, and those of AWS Backup are a third.
// Source: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html
func readDBSnapshots(ctx context.Context, p *place) {
	var all []dbSnapshot
	awsbackup := "awsbackup"
	for _, kind := range []*string{nil, &awsbackup} {
		err := listPages(ctx, p, describeDBSnapshots, "", rds.NewDescribeDBSnapshotsPaginator(p.rds(), &rds.DescribeDBSnapshotsInput{SnapshotType: kind}),
			func(page *rds.DescribeDBSnapshotsOutput, r read) {
				for _, s := range page.DBSnapshots {
					all = append(all, dbSnapshot{item{typ: "aws_db_snapshot", name: or(s.DBSnapshotIdentifier, ""), arn: or(s.DBSnapshotArn, ""), read: r, attrs: dbSnapshotAttrs(s)}, or(s.SnapshotType, "")})
				}
			})
		p.lost(describeDBSnapshots, "", err)
	}
	client := p.rds()
	p.emitDBSnapshots(ctx, all, func(ctx context.Context, name string) (any, read, error) {
		out, r, err := get(ctx, p, describeDBSnapshotAttributes, name, client.DescribeDBSnapshotAttributes, &rds.DescribeDBSnapshotAttributesInput{DBSnapshotIdentifier: &name})
		if err != nil || out.DBSnapshotAttributesResult == nil {
			return missing(), r, err
		}
		return sharedWith(out.DBSnapshotAttributesResult.DBSnapshotAttributes, func(a types.DBSnapshotAttribute) (*string, []string) { return a.AttributeName, a.AttributeValues }), r, nil
	})
}

func readDBClusterSnapshots(ctx context.Context, p *place) {
	var all []dbSnapshot
	list(ctx, p, describeDBClusterSnapshots, rds.NewDescribeDBClusterSnapshotsPaginator(p.rds(), &rds.DescribeDBClusterSnapshotsInput{}),
		func(page *rds.DescribeDBClusterSnapshotsOutput, r read) {
			for _, s := range page.DBClusterSnapshots {
				if service := serviceOf(s.Engine); service != "rds" {
					p.noteUnread(map[string]string{"docdb": "DocumentDB", "neptune": "Neptune"}[service] + " snapshots")
				} else {
					all = append(all, dbSnapshot{item{typ: "aws_db_cluster_snapshot", name: or(s.DBClusterSnapshotIdentifier, ""), arn: or(s.DBClusterSnapshotArn, ""), read: r, attrs: dbClusterSnapshotAttrs(s)}, or(s.SnapshotType, "")})
				}
			}
		})
	client := p.rds()
	p.emitDBSnapshots(ctx, all, func(ctx context.Context, name string) (any, read, error) {
		out, r, err := get(ctx, p, describeDBClusterSnapshotAttributes, name, client.DescribeDBClusterSnapshotAttributes, &rds.DescribeDBClusterSnapshotAttributesInput{DBClusterSnapshotIdentifier: &name})
		if err != nil || out.DBClusterSnapshotAttributesResult == nil {
			return missing(), r, err
		}
		return sharedWith(out.DBClusterSnapshotAttributesResult.DBClusterSnapshotAttributes, func(a types.DBClusterSnapshotAttribute) (*string, []string) {
			return a.AttributeName, a.AttributeValues
		}), r, nil
	})
}

// emitDBSnapshots enters the snapshots, each once, with the accounts that the
// shareable ones are shared with. Public ones cannot be listed for an account
// alone, so each is asked for by itself.
func (p *place) emitDBSnapshots(ctx context.Context, all []dbSnapshot, accounts func(context.Context, string) (any, read, error)) {
	seen := map[string]bool{}
	all = slices.DeleteFunc(all, func(s dbSnapshot) bool {
		again := s.arn != "" && seen[s.arn]
		seen[s.arn] = true
		return again
	})
	forEach(ctx, all, func(ctx context.Context, s dbSnapshot) {
		s.attrs["region"], s.attrs["shared_accounts"] = p.region, []string{}
		if s.shareable() {
			shared, r, err := accounts(ctx, s.name)
			if isAbsent(err) {
				return
			}
			if f := asFailure(err); f != nil {
				p.lostOne(r, f)
				shared = f
			}
			s.attrs["shared_accounts"], s.reads = shared, map[string]read{"shared_accounts": r}
		}
		p.emit(s.item)
	})
}

// sharedWith are the accounts in the attribute "restore", "all" among them where
// the snapshot is public. Without that attribute they are not known.
func sharedWith[T any](all []T, pair func(T) (name *string, values []string)) any {
	for _, a := range all {
		if name, values := pair(a); or(name, "") == "restore" && values != nil {
			return texts(values)
		}
	}
	return missing()
}

func dbSnapshotAttrs(s types.DBSnapshot) attrs {
	return attrs{
		"id": s.DBSnapshotIdentifier, "db_snapshot_identifier": s.DBSnapshotIdentifier, "db_snapshot_arn": s.DBSnapshotArn,
		"db_instance_identifier": s.DBInstanceIdentifier, "encrypted": encryptedAtRest(s.Encrypted, s.StorageEncryptionType), "kms_key_id": optional(s.KmsKeyId),
		"engine": optional(s.Engine), "engine_version": optional(s.EngineVersion), "snapshot_type": s.SnapshotType, "status": optional(s.Status),
		"source_db_snapshot_identifier": optional(s.SourceDBSnapshotIdentifier), "source_region": optional(s.SourceRegion),
		"vpc_id": optional(s.VpcId), "tags_all": rdsTags(s.TagList),
	}
}

func dbClusterSnapshotAttrs(s types.DBClusterSnapshot) attrs {
	return attrs{
		"id": s.DBClusterSnapshotIdentifier, "db_cluster_snapshot_identifier": s.DBClusterSnapshotIdentifier, "db_cluster_snapshot_arn": s.DBClusterSnapshotArn,
		"db_cluster_identifier": s.DBClusterIdentifier, "storage_encrypted": encryptedAtRest(s.StorageEncrypted, s.StorageEncryptionType), "kms_key_id": optional(s.KmsKeyId),
		"engine": optional(s.Engine), "engine_version": optional(s.EngineVersion), "snapshot_type": s.SnapshotType, "status": optional(s.Status),
		"source_db_cluster_snapshot_arn": optional(s.SourceDBClusterSnapshotArn), "vpc_id": optional(s.VpcId), "tags_all": rdsTags(s.TagList),
	}
}

// readReplicatedBackups enters the automated backups that were replicated from
// another Region. The listing holds those of the Region's own instances too,
// which are part of their instance.
func readReplicatedBackups(ctx context.Context, p *place) {
	list(ctx, p, describeAutomatedBackups, rds.NewDescribeDBInstanceAutomatedBackupsPaginator(p.rds(), &rds.DescribeDBInstanceAutomatedBackupsInput{}),
		func(page *rds.DescribeDBInstanceAutomatedBackupsOutput, r read) {
			for _, b := range page.DBInstanceAutomatedBackups {
				source, err := sdkarn.Parse(or(b.DBInstanceArn, ""))
				if err != nil || source.Region == p.region {
					continue
				}
				arn := or(b.DBInstanceAutomatedBackupsArn, "")
				p.emit(item{typ: "aws_db_instance_automated_backups_replication", name: arn, arn: arn, read: r, attrs: attrs{
					"id": arn, "source_db_instance_arn": b.DBInstanceArn, "kms_key_id": optional(b.KmsKeyId), "retention_period": b.BackupRetentionPeriod, "region": p.region,
				}})
			}
		})
}

// noteUnread says that there is something that no rule judges.
func (p *place) noteUnread(what string) {
	p.run.mu.Lock()
	defer p.run.mu.Unlock()
	p.run.set.Notes = append(p.run.set.Notes, p.root()+" has "+what+", which are not read")
}
