/** The HTTP face of API keys and of their exchange. */
@NullMarked
package ai.whatsflow.identity.apikey.web;

import org.jspecify.annotations.NullMarked;
