# METADATA
# title: Customer managed KMS keys rotate
# description: A key that never rotates protects ever more data with the same key material, so that one exposure opens all of it.
# related_resources:
#   - https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
# custom:
#   id: HIPAA-KMS-001
#   severity: medium
#   citations: ["164.312(a)(2)(iv)", "164.308(a)(1)(ii)(B)"]
#   resources:
#     aws_kms_key: {enable_key_rotation: bool, customer_master_key_spec: string, custom_key_store_id: string, is_enabled: bool}
#   remediation: Set enable_key_rotation = true on the key.
package hipaactl.aws.kms.rotation

# exempt maps the attributes of a key whose material KMS does not rotate by itself to why.
# Imported material is another resource type, aws_kms_external_key. A key that is to be
# deleted is disabled as well.
exempt["customer_master_key_spec"] := of_other_kind if input.customer_master_key_spec != "SYMMETRIC_DEFAULT"

exempt["custom_key_store_id"] := of_other_kind if input.custom_key_store_id

exempt["is_enabled"] := "the key is disabled, so that nothing more is encrypted with it" if input.is_enabled == false

of_other_kind := "KMS rotates only symmetric encryption keys with key material of its own"

deny contains {
	"paths": ["enable_key_rotation", "customer_master_key_spec", "custom_key_store_id", "is_enabled"],
	"message": "the key does not rotate",
} if {
	not input.enable_key_rotation
	count(exempt) == 0
}

not_applicable contains {"paths": [attribute], "message": message} if some attribute, message in exempt
