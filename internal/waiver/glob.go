package waiver

import (
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/spelling"
)

// isARN tells whether a pattern is one of ARNs.
func isARN(pattern string) bool { return strings.HasPrefix(pattern, "arn:") }

// families are names that have nothing in common but their form. What matches all of one
// family matches every resource of it.
var families = [][]string{
	{"aws_s3_bucket.a", "aws_db_instance.b", "google_sql_database_instance.c"},
	{"aws_s3_bucket.a", "aws_db_instance.b", "aws_vpc.c"},
	{"aws_s3_bucket.a[0]", "aws_db_instance.b[\"x\"]", "aws_vpc.c[1]"},
	{"module.a.aws_s3_bucket.b", "module.c.aws_db_instance.d", "module.e.module.f.aws_vpc.g"},
	{"arn:aws:s3:::a", "arn:aws:rds:us-east-1:111122223333:db:b", "arn:aws:iam::444455556666:role/c"},
}

// everything tells whether a pattern of resources leaves nothing out.
func everything(pattern string) bool {
	return slices.ContainsFunc(families, func(names []string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !resource.Glob(pattern, name) })
	})
}

// hint is " (did you mean X?)", or nothing. A long name may be anything, and is not compared.
func hint(name string, candidates []string) string {
	if len(name) > longest {
		return ""
	}
	return spelling.Meant(name, candidates)
}

// longest bounds the names that are compared with others.
const longest = 64
