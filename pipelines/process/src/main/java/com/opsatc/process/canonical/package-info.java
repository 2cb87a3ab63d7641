/** The canonical tables of a source, and nothing of how they come to be. */
package com.opsatc.process.canonical;
