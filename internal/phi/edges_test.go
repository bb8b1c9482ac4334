package phi_test

import (
	"testing"

	"github.com/hipaactl/hipaactl/internal/graph/graphtest"
	"github.com/hipaactl/hipaactl/internal/phi"
)

const schema = "../../../shared/schema/aws-provider-6.47.json.gz"

// TestEdges shows of each row of the table that a reference in code is the edge.
func TestEdges(t *testing.T) { graphtest.CheckRows(t, phi.Edges()) }

// TestEdgesSchema names what no provider has: types of ours, which only an account holds.
func TestEdgesSchema(t *testing.T) {
	graphtest.CheckSchema(t, schema, phi.Edges(), "aws_backup_protected_resource.resource_arn")
}
