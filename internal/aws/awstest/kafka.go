package awstest

import (
	"github.com/aws/aws-sdk-go-v2/service/kafka"
	"github.com/aws/aws-sdk-go-v2/service/kafka/types"
)

// The emulator keeps these settings of clusters that are made the older way alone.
func (e *estate) brokers(in *kafka.CreateClusterInput) {
	two := int32(2)
	in.KafkaVersion, in.NumberOfBrokerNodes = str("3.8.x"), &two
	in.BrokerNodeGroupInfo.InstanceType, in.BrokerNodeGroupInfo.ClientSubnets = str("kafka.m7g.large"), []string{"subnet-1", "subnet-2"}
	must[*kafka.CreateClusterOutput](e)(kafka.NewFromConfig(e.config).CreateCluster(e.ctx, in))
}

func soundKafka(e *estate) {
	e.brokers(&kafka.CreateClusterInput{
		ClusterName: str("vitals"), Tags: map[string]string{"DataClass": "PHI", "HIPAA": "true"}, BrokerNodeGroupInfo: &types.BrokerNodeGroupInfo{},
		EncryptionInfo: &types.EncryptionInfo{
			EncryptionAtRest: &types.EncryptionAtRest{DataVolumeKMSKeyId: &e.phiKey}, EncryptionInTransit: &types.EncryptionInTransit{ClientBroker: types.ClientBrokerTls, InCluster: yes()},
		},
		ClientAuthentication: &types.ClientAuthentication{Sasl: &types.Sasl{Iam: &types.Iam{Enabled: yes()}}},
		LoggingInfo:          &types.LoggingInfo{BrokerLogs: &types.BrokerLogs{CloudWatchLogs: &types.CloudWatchLogs{Enabled: yes(), LogGroup: str("vitals")}}},
	})
}

func brokenKafka(e *estate) {
	e.brokers(&kafka.CreateClusterInput{
		ClusterName: str("visits"), Tags: map[string]string{"team": "billing"},
		BrokerNodeGroupInfo:  &types.BrokerNodeGroupInfo{ConnectivityInfo: &types.ConnectivityInfo{PublicAccess: &types.PublicAccess{Type: str("SERVICE_PROVIDED_EIPS")}}},
		EncryptionInfo:       &types.EncryptionInfo{EncryptionInTransit: &types.EncryptionInTransit{ClientBroker: types.ClientBrokerPlaintext, InCluster: no()}},
		ClientAuthentication: &types.ClientAuthentication{Unauthenticated: &types.Unauthenticated{Enabled: yes()}},
	})
}
