package graph_test

import (
	"testing"

	"github.com/hipaactl/hipaactl/internal/graph"
	"github.com/hipaactl/hipaactl/internal/graph/graphtest"
)

const schema = "../../../shared/schema/aws-provider-6.47.json.gz"

func TestNetworkRows(t *testing.T) { graphtest.CheckRows(t, graph.Network()) }

func TestNetworkSchema(t *testing.T) { graphtest.CheckSchema(t, schema, graph.Network()) }
