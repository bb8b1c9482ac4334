package aws

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/kafka"
	"github.com/aws/aws-sdk-go-v2/service/kafka/types"
)

// The first version of the listing does not have all that the second one does.
// Source of the actions: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmanagedstreamingforapachekafka.html
var listKafkaClusters = operation{service: "kafka", name: "ListClustersV2"}

func kafkaParts() []part {
	return []part{{types: []string{"aws_msk_cluster"}, uses: []operation{listKafkaClusters}, run: readKafkaClusters}}
}

// readKafkaClusters leaves serverless clusters out, which are another type and always
// encrypted and authenticated.
func readKafkaClusters(ctx context.Context, p *place) {
	list(ctx, p, listKafkaClusters, kafka.NewListClustersV2Paginator(kafka.NewFromConfig(p.config()), &kafka.ListClustersV2Input{}), func(page *kafka.ListClustersV2Output, r read) {
		for _, c := range page.ClusterInfoList {
			if c.ClusterType == types.ClusterTypeServerless {
				continue
			}
			a := attrs{
				"id": c.ClusterArn, "arn": c.ClusterArn, "cluster_name": c.ClusterName, "tags_all": c.Tags, "region": p.region,
				"encryption_info": missing(), "client_authentication": missing(), "broker_node_group_info": missing(), "logging_info": missing(),
			}
			if c.Provisioned != nil {
				provisionedAttrs(a, *c.Provisioned)
			}
			p.emit(item{typ: "aws_msk_cluster", name: or(c.ClusterName, ""), arn: or(c.ClusterArn, ""), read: r, attrs: a})
		}
	})
}

// provisionedAttrs has no block for logs that nobody asked for, nor for ways to sign in that
// are not there.
// Source: https://docs.aws.amazon.com/MSK/2.0/APIReference/v2-clusters.html
func provisionedAttrs(a attrs, c types.Provisioned) {
	if e := c.EncryptionInfo; e != nil {
		info := attrs{"encryption_at_rest_kms_key_arn": nil, "encryption_in_transit": missing()}
		if e.EncryptionAtRest != nil {
			info["encryption_at_rest_kms_key_arn"] = optional(e.EncryptionAtRest.DataVolumeKMSKeyId)
		}
		if t := e.EncryptionInTransit; t != nil {
			info["encryption_in_transit"] = []attrs{{"client_broker": t.ClientBroker, "in_cluster": t.InCluster}}
		}
		a["encryption_info"] = []attrs{info}
	}
	a["client_authentication"], a["logging_info"] = kafkaSignIn(c.ClientAuthentication), kafkaLogs(c.LoggingInfo)
	if b := c.BrokerNodeGroupInfo; b != nil {
		open := missing()
		if i := b.ConnectivityInfo; i != nil && i.PublicAccess != nil {
			open = []attrs{{"public_access": []attrs{{"type": i.PublicAccess.Type}}}}
		}
		a["broker_node_group_info"] = []attrs{{"client_subnets": texts(b.ClientSubnets), "security_groups": texts(b.SecurityGroups), "connectivity_info": open}}
	}
}

func kafkaSignIn(c *types.ClientAuthentication) []attrs {
	if c == nil {
		return []attrs{}
	}
	sasl, tls, anyone := []attrs{}, []attrs{}, false
	if s := c.Sasl; s != nil {
		iam, scram := s.Iam != nil && or(s.Iam.Enabled, false), s.Scram != nil && or(s.Scram.Enabled, false)
		sasl = append(sasl, attrs{"iam": iam, "scram": scram})
	}
	if t := c.Tls; t != nil && or(t.Enabled, true) {
		tls = append(tls, attrs{"certificate_authority_arns": texts(t.CertificateAuthorityArnList)})
	}
	if c.Unauthenticated != nil {
		anyone = or(c.Unauthenticated.Enabled, false)
	}
	return []attrs{{"sasl": sasl, "tls": tls, "unauthenticated": anyone}}
}

func kafkaLogs(l *types.LoggingInfo) []attrs {
	if l == nil || l.BrokerLogs == nil {
		return []attrs{}
	}
	to := attrs{"cloudwatch_logs": []attrs{}, "firehose": []attrs{}, "s3": []attrs{}}
	if c := l.BrokerLogs.CloudWatchLogs; c != nil {
		to["cloudwatch_logs"] = []attrs{{"enabled": c.Enabled, "log_group": optional(c.LogGroup)}}
	}
	if f := l.BrokerLogs.Firehose; f != nil {
		to["firehose"] = []attrs{{"enabled": f.Enabled, "delivery_stream": optional(f.DeliveryStream)}}
	}
	if s := l.BrokerLogs.S3; s != nil {
		to["s3"] = []attrs{{"enabled": s.Enabled, "bucket": optional(s.Bucket)}}
	}
	return []attrs{{"broker_logs": []attrs{to}}}
}
