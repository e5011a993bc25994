package ai.whatsflow.identity.permission;

public record PermissionSetDefined(PermissionSet permissionSet) {}
