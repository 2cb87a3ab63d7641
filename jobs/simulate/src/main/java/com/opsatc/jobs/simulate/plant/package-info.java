/** What a simulation plants for the pipeline to find. */
package com.opsatc.jobs.simulate.plant;
