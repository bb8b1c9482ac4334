package awstest

import (
	dms "github.com/aws/aws-sdk-go-v2/service/databasemigrationservice"
	"github.com/aws/aws-sdk-go-v2/service/databasemigrationservice/types"
)

// migration makes an endpoint alone: the SDK cannot read the emulator's answers about
// replication instances, as a time in them is a text.
func (e *estate) migration(name, key string, mode types.DmsSslModeValue, tags map[string]string) {
	var set []types.Tag
	for k, v := range tags {
		set = append(set, types.Tag{Key: str(k), Value: str(v)})
	}
	endpoint := &dms.CreateEndpointInput{
		EndpointIdentifier: &name, EndpointType: types.ReplicationEndpointTypeValueSource, EngineName: str("postgres"), SslMode: mode, Tags: set,
	}
	if key != "" {
		endpoint.KmsKeyId = &key
	}
	must[*dms.CreateEndpointOutput](e)(dms.NewFromConfig(e.config).CreateEndpoint(e.ctx, endpoint))
}

func soundDMS(e *estate) {
	e.migration("records", e.phiKey, types.DmsSslModeValueVerifyFull, map[string]string{"DataClass": "PHI", "HIPAA": "true"})
}

func brokenDMS(e *estate) {
	e.migration("visits", "", types.DmsSslModeValueNone, map[string]string{"team": "billing"})
}
