variable "region" {
  type    = string
  default = "us-east-1"
}

variable "environment" {
  type = string
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

variable "admin_cidrs" {
  description = "Where the on-call engineers sign in from."
  type        = list(string)
  default     = ["0.0.0.0/0"] # until the office has a fixed address
}

variable "database" {
  description = "Size and protection of the records database."
  type = object({
    instance_class    = string
    allocated_storage = number
    storage_encrypted = optional(bool, false)
    backup_days       = optional(number, 7)
    public            = optional(bool, false)
  })
}

variable "retention_days" {
  description = "How long records and audit logs are kept: six years."
  type        = number
  default     = 2190
}
