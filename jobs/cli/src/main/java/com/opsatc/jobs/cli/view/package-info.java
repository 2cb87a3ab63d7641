/** Published documents as tables and sentences for people. */
package com.opsatc.jobs.cli.view;
