package ai.whatsflow.node.web;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param keycloakIssuer issuer of the services' tokens, spelled exactly as in them */
@Validated
@ConfigurationProperties("whatsflow.security")
record SecurityProperties(@NotBlank String keycloakIssuer) {}
