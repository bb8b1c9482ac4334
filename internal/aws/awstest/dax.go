package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/dax"
	daxtypes "github.com/aws/aws-sdk-go-v2/service/dax/types"
)

func (e *estate) dax(name string, good bool) {
	in := &dax.CreateClusterInput{
		ClusterName: &name, NodeType: str("dax.t3.small"), ReplicationFactor: 2, IamRoleArn: str("arn:aws:iam::" + e.account + ":role/dax"),
		SSESpecification: &daxtypes.SSESpecification{Enabled: &good},
	}
	if good {
		in.ClusterEndpointEncryptionType = daxtypes.ClusterEndpointEncryptionTypeTls
	}
	must[*dax.CreateClusterOutput](e)(dax.NewFromConfig(e.config).CreateCluster(e.ctx, in))
}

func soundDAX(e *estate) { e.dax("visits", true) }

func brokenDAX(e *estate) { e.dax("sessions", false) }
