variable "region" {
  type    = string
  default = "us-east-1"
}

variable "copy_region" {
  description = "Where the copies of backups lie."
  type        = string
  default     = "us-west-2"
}

variable "environment" {
  type = string
}

variable "alerts_email" {
  description = "Mailbox of whoever is on call."
  type        = string
}

variable "alerts_phone" {
  description = "Telephone of whoever is on call."
  type        = string
}

variable "vpc_cidr" {
  type    = string
  default = "10.20.0.0/16"
}

variable "availability_zones" {
  description = "Two zones of the region."
  type        = list(string)
}

variable "certificate_arn" {
  description = "ACM certificate of the patient portal."
  type        = string
}

variable "app_ami" {
  description = "Hardened image of the portal and of the imaging gateway."
  type        = string
}

variable "release_bucket" {
  description = "Where the build pipeline puts the Lambda packages."
  type        = string
}

variable "database" {
  description = "Size and protection of the records database."
  type = object({
    instance_class    = string
    allocated_storage = number
    storage_encrypted = optional(bool, true)
    backup_days       = optional(number, 35)
    public            = optional(bool, false)
  })
}

variable "retention_days" {
  description = "How long records and audit logs are kept: six years."
  type        = number
  default     = 2190
}
