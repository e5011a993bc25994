/** The services' OpenAPI documents under one roof, and a page to browse them. */
@NullMarked
package ai.whatsflow.gateway.docs;

import org.jspecify.annotations.NullMarked;
