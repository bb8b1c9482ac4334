# METADATA
# title: EKS encrypts Kubernetes secrets with a customer key
# description: A key of one's own decides who reads the secrets, records each use, and can be taken away.
# related_resources:
#   - https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html
#   - https://docs.aws.amazon.com/eks/latest/APIReference/API_EncryptionConfig.html
#   - https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster
# custom:
#   id: HIPAA-EKS-002
#   severity: {default: medium, phi: high}
#   citations: ["164.312(a)(2)(iv)", "164.312(e)(2)(ii)"]
#   resources: {aws_eks_cluster: {encryption_config: [{provider: [{key_arn: string}]}]}}
#   remediation: Add encryption_config with resources = ["secrets"] and the ARN of a KMS key of your own as provider's key_arn.
package hipaactl.aws.eks.secrets_encryption

# Which resources it lists does not matter any more: EKS encrypts all that its API holds.
# https://docs.aws.amazon.com/eks/latest/APIReference/API_EncryptionConfig.html
encrypted if {
	some config in input.encryption_config
	some provider in config.provider
	provider.key_arn
}

deny contains {"paths": ["encryption_config"], "message": "Kubernetes secrets are not encrypted with a key of the customer"} if not encrypted
