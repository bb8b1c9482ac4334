# METADATA
# title: SageMaker is isolated and encrypted
# description: >-
#   A notebook with internet access of its own, or with root for whoever opens it, takes data past every rule of the
#   network, and so does a model that may call out.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html
# custom:
#   id: HIPAA-SGM-001
#   severity: high
#   citations: ["164.312(a)(2)(iv)", "164.312(a)(1)", "164.312(e)(1)"]
#   resources:
#     aws_sagemaker_notebook_instance: {direct_internet_access: string, subnet_id: string, root_access: string, kms_key_id: string}
#     aws_sagemaker_endpoint_configuration: {kms_key_arn: string}
#     aws_sagemaker_model: {enable_network_isolation: bool}
#   related:
#     key: {type: aws_kms_key, on: arn = kms_key_id, more: helps}
#     imported_key: {type: aws_kms_external_key, on: arn = kms_key_id, more: helps}
#     replica_key: {type: aws_kms_replica_key, on: arn = kms_key_id, more: helps}
#     alias: {type: aws_kms_alias, on: target_key_arn = kms_key_id, attributes: {name: string}}
#     endpoint_key: {type: aws_kms_key, on: arn = kms_key_arn, more: helps}
#     endpoint_imported_key: {type: aws_kms_external_key, on: arn = kms_key_arn, more: helps}
#     endpoint_replica_key: {type: aws_kms_replica_key, on: arn = kms_key_arn, more: helps}
#     endpoint_alias: {type: aws_kms_alias, on: target_key_arn = kms_key_arn, attributes: {name: string}}
#   assertions:
#     internet: {title: The notebook has no internet access of its own, reads: [direct_internet_access]}
#     vpc: {title: The notebook lies in a VPC, reads: [subnet_id]}
#     root: {title: Nobody is root on the notebook, reads: [root_access]}
#     isolation: {title: The model cannot call out, reads: [enable_network_isolation]}
#     customer_key:
#       title: Storage is encrypted with a customer managed key
#       severity: {default: info, phi: high}
#       reads:
#         - kms_key_id
#         - kms_key_arn
#         - _.key
#         - _.imported_key
#         - _.replica_key
#         - _.endpoint_key
#         - _.endpoint_imported_key
#         - _.endpoint_replica_key
#   remediation: >-
#     Set direct_internet_access and root_access to Disabled and a subnet_id on the notebook, enable_network_isolation on the
#     model, and keys of your own. Endpoints on instances with disks of their own take no key; those disks are encrypted.
package hipaactl.aws.sagemaker.isolation

import data.hipaactl.lib.kms_key

notebook if input._.type == "aws_sagemaker_notebook_instance"

model if input._.type == "aws_sagemaker_model"

deny contains {"assertion": "internet", "paths": ["direct_internet_access"], "message": "the notebook reaches the internet past the VPC"} if {
	notebook
	object.get(input, "direct_internet_access", "Enabled") != "Disabled"
}

deny contains {"assertion": "vpc", "paths": ["subnet_id"], "message": "the notebook lies in no VPC of yours"} if {
	notebook
	object.get(input, "subnet_id", "") == ""
}

deny contains {"assertion": "root", "paths": ["root_access"], "message": "whoever opens the notebook is root on it"} if {
	notebook
	object.get(input, "root_access", "Enabled") != "Disabled"
}

deny contains {"assertion": "isolation", "paths": ["enable_network_isolation"], "message": "the model's containers may call out"} if {
	model
	not input.enable_network_isolation
}

deny contains {"assertion": "customer_key", "paths": paths, "message": kms_key.lack("the notebook")} if {
	notebook
	some paths in kms_key.unkeyed
}

deny contains {"assertion": "customer_key", "paths": paths, "message": kms_key.lack("the endpoint")} if {
	input._.type == "aws_sagemaker_endpoint_configuration"
	some paths in endpoint_lacks
}

endpoint_key := object.get(input, "kms_key_arn", "")

endpoint_lacks := {["kms_key_arn"] | not kms_key.customer(endpoint_key)} if not kms_key.read_back

endpoint_lacks := kms_key.lacking(endpoint_key, "kms_key_arn", lists, "_.endpoint_") if kms_key.read_back

lists := {name: input._[sprintf("endpoint_%s", [name])] | some name in ["key", "imported_key", "replica_key", "alias"]}

not_applicable contains {"assertion": assertion, "paths": ["_.type"], "message": "this is asked of notebooks"} if {
	not notebook
	some assertion in ["internet", "vpc", "root"]
}

not_applicable contains {"assertion": "isolation", "paths": ["_.type"], "message": "this is asked of models"} if not model

not_applicable contains {"assertion": "customer_key", "paths": ["_.type"], "message": "a model has no storage of its own"} if model
