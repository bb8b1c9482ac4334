package phi_test

import (
	"testing"

	"github.com/hipaactl/hipaactl/internal/graph/graphtest"
	"github.com/hipaactl/hipaactl/internal/phi"
)

const schema = "../../../shared/schema/aws-provider-6.47.json.gz"

// TestEdges shows of each row of the table that a reference in code is the edge.
func TestEdges(t *testing.T) { graphtest.CheckRows(t, phi.Edges()) }

func TestEdgesSchema(t *testing.T) { graphtest.CheckSchema(t, schema, phi.Edges()) }
